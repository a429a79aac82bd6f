package cn.doublerandom.servicekit.ui;

import cn.doublerandom.bureau.key.Bureau;
import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.pagekit.Choice;
import cn.doublerandom.pagekit.Frame;
import cn.doublerandom.pagekit.NameBook;
import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.servicekit.identity.AccountNames;
import cn.doublerandom.servicekit.identity.Asking;
import cn.doublerandom.servicekit.identity.ServedBureaus;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** What stands around a page of the desk: whose it is, who reads it, and where he may go. */
@RequestScoped
public class Frames {
  /** What only waits, and is no part of what was asked for. */
  private static final Set<String> NOT_ASKED = Set.of("seen", "minSeq");

  private final CurrentIdentityAssociation identity;
  private final Asking asking;
  private final ServedBureaus served;
  private final AccountNames names;
  private final Reader reader;
  private final UriInfo uri;
  private final String root;

  @Inject
  Frames(
      CurrentIdentityAssociation identity,
      Asking asking,
      ServedBureaus served,
      AccountNames names,
      Reader reader,
      UriInfo uri,
      @ConfigProperty(name = "quarkus.http.root-path") String root) {
    this.identity = identity;
    this.asking = asking;
    this.served = served;
    this.names = names;
    this.reader = reader;
    this.uri = uri;
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

  /** The page in its frame, as HTML in the reader's language. */
  public Uni<String> around(TemplateInstance page) {
    return identity
        .getDeferredIdentity()
        .flatMap(who ->
            asking
                .orSeed()
                .flatMap(bureau ->
                    page.setAttribute(NameBook.ATTRIBUTE, people(bureau))
                        .data("frame", frame(who, name(bureau)))
                        .setLocale(reader.locale())
                        .createUni()));
  }

  private NameBook people(BureauKey bureau) {
    return names.of(bureau)::of;
  }

  private String name(BureauKey bureau) {
    return served.entry(bureau).map(Bureau::name).orElse(bureau.text());
  }

  private Frame frame(SecurityIdentity who, String bureau) {
    boolean english = reader.readsEnglish();
    Set<String> roles = new TreeSet<>(who.getRoles());
    PageAddress here = here();
    List<String> words = DeskMenu.MENU.words(roles, english);
    return new Frame(
        bureau,
        claim(who, "name", who.getPrincipal().getName()),
        claim(who, "unit", ""),
        String.join(english ? ", " : "、", words),
        all(who, roles).stream()
            .map(role -> new Choice(role, DeskMenu.MENU.words(Set.of(role), english).getFirst()))
            .toList(),
        asking.all(who).stream().map(key -> new Choice(key.text(), name(key))).toList(),
        DeskMenu.MENU.shown(roles, here.path(), english),
        here,
        DeskMenu.MENU.searchOf(roles),
        english,
        reader.readsLarge(),
        false,
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
