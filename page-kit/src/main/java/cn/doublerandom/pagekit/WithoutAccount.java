package cn.doublerandom.pagekit;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who stands in the log where nobody with an account did something: the house by itself, because of
 * a day or of what another of its programs told, and who came by a code or a link. People read what
 * that is and not its name among programs.
 */
final class WithoutAccount {
  private static final Said HOUSE = new Said("系统", "the system");
  private static final Said RECEIVER = new Said("接收单位（凭链接）", "the receiver, by link");

  private static final Map<String, Said> BY_NAME =
      Map.of(
          "subject-by-code",
          new Said("检查对象（凭码）", "the subject, by code"),
          "witness-by-code",
          new Said("见证人（凭码）", "a witness, by code"),
          "receiver-by-link",
          RECEIVER,
          "receivers.receipts.v1",
          RECEIVER,
          "discipline.acknowledgements.v1",
          RECEIVER,
          "public",
          new Said("公众", "the public"));

  private static final Set<String> BY_ITSELF =
      Set.of(
          "calendar", "deadlines", "installation", "period-of-publication", "titles", "webhooks");

  /** What a topic told, and what a watch over days does. */
  private static final Pattern OF_PROGRAMS =
      Pattern.compile("[a-z]+\\.[a-z]+\\.v[0-9]+|timer [a-z_]+");

  private record Said(String chinese, String english) {
    String in(boolean english) {
      return english ? english() : chinese();
    }
  }

  private WithoutAccount() {}

  /** What it is called; empty where it is an account. */
  static Optional<String> called(String actor, boolean english) {
    Said said = BY_NAME.get(actor);
    if (said != null) {
      return Optional.of(said.in(english));
    }
    return BY_ITSELF.contains(actor) || OF_PROGRAMS.matcher(actor).matches()
        ? Optional.of(HOUSE.in(english))
        : Optional.empty();
  }
}
