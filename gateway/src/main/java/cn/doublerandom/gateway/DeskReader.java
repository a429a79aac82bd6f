package cn.doublerandom.gateway;

import cn.doublerandom.gateway.session.Session;
import cn.doublerandom.pagekit.Choice;
import cn.doublerandom.pagekit.Frame;
import cn.doublerandom.pagekit.KitWords;
import cn.doublerandom.pagekit.Menu;
import cn.doublerandom.pagekit.PageAddress;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Who reads a page of the gateway.
 *
 * @param whole as his token says
 */
record DeskReader(Person whole, Session session, Lent lent) {
  static final Menu MENU = menu();

  /** As he acts. */
  Person person() {
    if (session.principal().isEmpty()) {
      return whole.acting(session.role()).in(session.bureau());
    }
    return lent.of(session.principal())
        .map(entry -> whole.lent(entry.unit(), entry.roles()))
        .orElseGet(() -> whole.lent("", List.of()))
        .in(session.bureau());
  }

  /**
   * Whether a page is for him, as the menu says; what it does not name is judged by its service.
   */
  boolean opens(String address) {
    return MENU.isFor(person().groups(), Guard.pathOf(address));
  }

  /** The roles a page of the menu is for, in words. */
  static String whoMay(String address, boolean english) {
    return MENU.at(address).map(entry -> said(entry.roles(), english)).orElse("");
  }

  /**
   * What stands around a page.
   *
   * @param names of bureaus by their keys, the one he acts in first; the gateway knows none itself
   */
  Frame frame(String address, Map<String, String> names, HttpServerRequest request) {
    Person person = person();
    Look look = Look.of(request);
    boolean english = look.readsEnglish();
    return new Frame(
        bureau(person, names, english),
        person.name(),
        person.unit(),
        role(english),
        roles(english),
        whole.bureaus().stream().map(key -> new Choice(key, names.getOrDefault(key, key))).toList(),
        MENU.shown(person.groups(), address, english),
        PageAddress.of(address),
        MENU.searchOf(person.groups()),
        english,
        look.readsLarge(),
        person.isPractice(),
        MENU.helpOf(person.groups(), address));
  }

  /** His roles, or whom he acts for in which. */
  private String role(boolean english) {
    return lent.of(session.principal())
        .map(entry -> said(entry, english))
        .orElseGet(() -> said(person().groups(), english));
  }

  private List<Choice> roles(boolean english) {
    return Stream.concat(
            whole.groups().stream().map(role -> new Choice(role, said(List.of(role), english))),
            lent.entries().stream()
                .map(entry -> new Choice(Lent.PREFIX + entry.principal(), said(entry, english))))
        .toList();
  }

  static String said(List<String> roles, boolean english) {
    return String.join(english ? ", " : "、", MENU.words(roles, english));
  }

  private static String said(Lent.Entry entry, boolean english) {
    KitWords words =
        english
            ? MessageBundles.get(KitWords.class, Localized.Literal.of("en"))
            : MessageBundles.get(KitWords.class);
    return words.actsFor(entry.name());
  }

  /** Where his token names none it is the one there is, which the services name first. */
  private static String bureau(Person person, Map<String, String> names, boolean english) {
    if (!person.bureau().isEmpty()) {
      return names.getOrDefault(person.bureau(), person.bureau());
    }
    return names.values().stream().findFirst().orElse(english ? "Random inspections" : "双随机、一公开");
  }

  private static Menu menu() {
    try (InputStream table =
        DeskReader.class.getClassLoader().getResourceAsStream("desk/menu.txt")) {
      return Menu.read(Objects.requireNonNull(table, "the menu is not packed with the gateway"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
