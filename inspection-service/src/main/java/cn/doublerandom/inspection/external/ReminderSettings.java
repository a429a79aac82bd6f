package cn.doublerandom.inspection.external;

import cn.doublerandom.bureau.key.BureauKey;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/**
 * Whom the house reminds outside the desk. The address of its messenger is a secret, so nothing
 * here is ever printed; a setting that is wrong is told at the start by its name.
 */
final class ReminderSettings {
  static final String OFFICER = "suite.reminders.mail.officer";
  static final String COPY = "suite.reminders.mail.copy";
  static final String MESSENGER = "suite.reminders.messenger.address";
  static final String FROM = "quarkus.mailer.from";
  private static final String ACCOUNT = "{account}";
  private static final String BUREAU = "{bureau}";
  private static final int MOST_COPIES = 20;
  private static final Pattern ADDRESS =
      Pattern.compile("[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9.-]{1,190}");
  private static final Pattern NAMED = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final Optional<String> officer;
  private final List<String> copies;
  private final Optional<URI> messenger;
  private final Optional<String> from;
  private final Duration pause;

  ReminderSettings(
      Optional<String> officer,
      List<String> copies,
      Optional<URI> messenger,
      Optional<String> from,
      Duration pause) {
    this.officer = officer;
    this.copies = List.copyOf(copies);
    this.messenger = messenger;
    this.from = from;
    this.pause = pause;
    check(officer.isEmpty() || officer.get().contains(ACCOUNT), OFFICER, "must say {account}");
    check(officer.isEmpty() || isAddress(officer.get()), OFFICER, "is no address of mail");
    check(copies.size() <= MOST_COPIES, COPY, "has more than %d".formatted(MOST_COPIES));
    check(copies.stream().allMatch(ReminderSettings::isAddress), COPY, "is no address of mail");
    check(!mails() || from.isPresent(), FROM, "must say who the mail is from");
    check(messenger.isEmpty() || isWeb(messenger.get()), MESSENGER, "is no address of the web");
  }

  static ReminderSettings of(Config config) {
    return new ReminderSettings(
        config.getOptionalValue(OFFICER, String.class),
        config.getOptionalValues(COPY, String.class).orElse(List.of()),
        config.getOptionalValue(MESSENGER, String.class).map(ReminderSettings::web),
        config.getOptionalValue(FROM, String.class),
        config.getValue("suite.reminders.pause", Duration.class));
  }

  private static void check(boolean holds, String setting, String fault) {
    if (!holds) {
      throw new IllegalStateException(setting + " " + fault);
    }
  }

  private static URI web(String address) {
    try {
      return URI.create(address);
    } catch (IllegalArgumentException e) {
      // Without its cause, which has the address in it.
      throw new IllegalStateException(MESSENGER + " is no address of the web");
    }
  }

  private static boolean isWeb(URI address) {
    return ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))
        && address.getHost() != null
        && address.getUserInfo() == null;
  }

  private static boolean isAddress(String pattern) {
    return ADDRESS.matcher(filled(pattern, "a", BureauKey.SEED)).matches();
  }

  private static String filled(String pattern, String account, BureauKey bureau) {
    return pattern.replace(BUREAU, bureau.text()).replace(ACCOUNT, account);
  }

  /** Whether nobody is reminded outside the desk. */
  boolean isSilent() {
    return !mails() && messenger.isEmpty();
  }

  boolean mails() {
    return remindsOfficers() || !copies.isEmpty();
  }

  boolean remindsOfficers() {
    return officer.isPresent();
  }

  List<String> copies() {
    return copies;
  }

  Optional<URI> messenger() {
    return messenger;
  }

  String from() {
    return from.orElse("");
  }

  /** After the first try that failed; each next one is twice as long, an hour at most. */
  Duration pause() {
    return pause;
  }

  /** Where an officer reads his mail; empty where his account is none that an address can have. */
  Optional<String> addressOf(String account, BureauKey bureau) {
    return officer
        .filter(pattern -> NAMED.matcher(account).matches())
        .map(pattern -> filled(pattern, account, bureau));
  }

  /** Where a copy goes for a bureau. */
  String copyFor(String copy, BureauKey bureau) {
    return filled(copy, "", bureau);
  }
}
