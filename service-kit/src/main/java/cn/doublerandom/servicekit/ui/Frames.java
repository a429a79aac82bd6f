package cn.doublerandom.servicekit.ui;

import cn.doublerandom.bureau.key.Bureau;
import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.bureau.people.Deputyship;
import cn.doublerandom.pagekit.Choice;
import cn.doublerandom.pagekit.FaultLabels;
import cn.doublerandom.pagekit.Frame;
import cn.doublerandom.pagekit.KitWords;
import cn.doublerandom.pagekit.NameBook;
import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.servicekit.identity.AccountNames;
import cn.doublerandom.servicekit.identity.AccountNames.Names;
import cn.doublerandom.servicekit.identity.Asking;
import cn.doublerandom.servicekit.identity.Deputyships;
import cn.doublerandom.servicekit.identity.ForWhom;
import cn.doublerandom.servicekit.identity.ServedBureaus;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** What stands around a page of the desk: whose it is, who reads it, and where he may go. */
@RequestScoped
public class Frames {
  /** What a choice of somebody one acts for begins with, as the gateway reads it. */
  private static final String PREFIX = "for:";

  private static final PageAddress NOWHERE = PageAddress.of("");

  /** What only waits, and is no part of what was asked for. */
  private static final Set<String> NOT_ASKED = Set.of("seen", "minSeq");

  private final CurrentIdentityAssociation identity;
  private final Asking asking;
  private final ServedBureaus served;
  private final AccountNames names;
  private final Deputyships deputies;
  private final Clock clock;
  private final Reader reader;
  private final UriInfo uri;
  private final CurrentVertxRequest sent;
  private final String root;

  @Inject
  Frames(
      CurrentIdentityAssociation identity,
      Asking asking,
      ServedBureaus served,
      AccountNames names,
      Deputyships deputies,
      Clock clock,
      Reader reader,
      UriInfo uri,
      CurrentVertxRequest sent,
      @ConfigProperty(name = "quarkus.http.root-path") String root) {
    this.identity = identity;
    this.asking = asking;
    this.served = served;
    this.names = names;
    this.deputies = deputies;
    this.clock = clock;
    this.reader = reader;
    this.uri = uri;
    this.sent = sent;
    this.root = root;
  }

  /** This page, with what is asked for. */
  public PageAddress here() {
    Map<String, List<String>> query = new LinkedHashMap<>(uri.getQueryParameters());
    query.keySet().removeAll(NOT_ASKED);
    query.values().removeIf(values -> values.stream().allMatch(String::isEmpty));
    String below = uri.getPath();
    String path = uri.getRequestUri().getRawPath();
    return new PageAddress(path == null || path.isEmpty() ? root + below : path, query);
  }

  /**
   * Where this page can be opened anew, read in another way; nowhere (an empty path) where it was
   * answered to a form: it may tell once what is told once, and its address may take forms alone.
   */
  public PageAddress anew() {
    return sent.getCurrent().request().method().equals(HttpMethod.GET) ? here() : NOWHERE;
  }

  /** The page in its frame, as HTML in the reader's language. */
  public Uni<String> around(TemplateInstance page) {
    return identity
        .getDeferredIdentity()
        .flatMap(who ->
            asking
                .orSeed()
                .flatMap(bureau ->
                    lent(who, bureau)
                        .flatMap(lent ->
                            page.setAttribute(NameBook.ATTRIBUTE, people(bureau))
                                .data("frame", frame(who, bureau, lent))
                                .setLocale(reader.locale())
                                .createUni())
                        .map(FaultLabels::named)
                        .map(html ->
                            who.isAnonymous()
                                ? html
                                : Opener.of(who, bureau)
                                    .named(Doors.DOORS.shown(html, who.getRoles())))));
  }

  /** Who asks now, as he stands in the forms that are shown to him. */
  Uni<Opener> opener() {
    return identity
        .getDeferredIdentity()
        .flatMap(who -> asking.orSeed().map(bureau -> Opener.of(who, bureau)));
  }

  /** For whom who is signed in may act today, as he chooses it in the head. */
  private Uni<Lent> lent(SecurityIdentity who, BureauKey bureau) {
    Names called = names.of(bureau);
    Optional<Deputyship> acting = ForWhom.entry(who);
    Optional<Choice> over =
        ForWhom.refused(who)
            .filter(Deputyship::isAccount)
            .map(principal ->
                new Choice(PREFIX + principal, kit().actsForNoMore(called.brief(principal))));
    return (who.getPrincipal() instanceof JsonWebToken token
            ? deputies.of(bureau, token.getName(), BusinessClock.day(clock.instant()))
            : Uni.createFrom().item(List.<Deputyship>of()))
        .map(all ->
            new Lent(
                acting
                    .map(entry -> said(entry, called))
                    .or(() -> over.map(Choice::label))
                    .orElse(""),
                Stream.concat(
                        all.stream()
                            .map(entry ->
                                new Choice(PREFIX + entry.principal(), said(entry, called))),
                        over.stream())
                    .toList()));
  }

  private String said(Deputyship entry, Names called) {
    return kit().actsFor(called.brief(entry.principal()));
  }

  private static String said(Set<String> roles, boolean english) {
    return String.join(english ? ", " : "、", DeskMenu.MENU.words(roles, english));
  }

  private KitWords kit() {
    return reader.readsEnglish()
        ? MessageBundles.get(KitWords.class, Localized.Literal.of("en"))
        : MessageBundles.get(KitWords.class);
  }

  /**
   * For whom somebody acts and may act.
   *
   * @param acts in words; empty where he acts for himself
   */
  private record Lent(String acts, List<Choice> choices) {}

  private NameBook people(BureauKey bureau) {
    return names.of(bureau)::of;
  }

  private String name(BureauKey bureau) {
    return served.entry(bureau).map(Bureau::name).orElse(bureau.text());
  }

  private Frame frame(SecurityIdentity who, BureauKey bureau, Lent lent) {
    boolean english = reader.readsEnglish();
    Set<String> roles = new TreeSet<>(who.getRoles());
    PageAddress here = here();
    return new Frame(
        name(bureau),
        claim(who, "name", who.getPrincipal().getName()),
        ForWhom.entry(who).map(Deputyship::unit).orElseGet(() -> claim(who, "unit", "")),
        lent.acts().isEmpty() ? said(roles, english) : lent.acts(),
        Stream.concat(
                all(who, roles).stream().map(role -> new Choice(role, said(Set.of(role), english))),
                lent.choices().stream())
            .toList(),
        asking.all(who).stream().map(key -> new Choice(key.text(), name(key))).toList(),
        DeskMenu.MENU.shown(roles, here.path(), english),
        anew(),
        DeskMenu.MENU.searchOf(roles),
        english,
        reader.readsLarge(),
        bureau.isPractice(),
        DeskMenu.MENU.helpOf(roles, here.path()));
  }

  /** All the token gives him, of which he may act in one. */
  private static Set<String> all(SecurityIdentity who, Set<String> acting) {
    return who.getPrincipal() instanceof JsonWebToken token && token.getGroups() != null
        ? new TreeSet<>(token.getGroups())
        : acting;
  }

  private static String claim(SecurityIdentity who, String name, String otherwise) {
    return who.getPrincipal() instanceof JsonWebToken token
            && token.getClaim(name) instanceof String text
            && !text.isBlank()
        ? text
        : otherwise;
  }
}
