package cn.doublerandom.gateway;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where somebody may be sent after he has signed in: a path of ours and nothing a browser could
 * read as another host, as it does with {@code //evil} and {@code /\evil}.
 */
final class OwnAddress {
  private static final int MOST_CHARACTERS = 500;

  /** Visible ASCII without what a browser turns into a slash, throws away or ends a path with. */
  private static final Pattern FORM = Pattern.compile("/[\\x21\\x24-\\x5b\\x5d-\\x7e]*");

  /** From there he would come back here. */
  private static final List<String> NO_PLACE = List.of("/signin", "/signout");

  private OwnAddress() {}

  /** The address, where it is one of ours. */
  static Optional<String> of(String to) {
    String path = Guard.pathOf(to);
    boolean own =
        to.length() <= MOST_CHARACTERS
            && FORM.matcher(to).matches()
            && !to.startsWith("//")
            && !Guard.isRefused(path)
            && !NO_PLACE.contains(path);
    return own ? Optional.of(to) : Optional.empty();
  }
}
