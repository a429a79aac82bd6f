package cn.doublerandom.pagekit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A finished file of the kit. Its name holds the hash of its bytes, so a browser may keep it for
 * ever: another content has another name.
 *
 * @param name for example {@code suite-0123456789ab.css}
 * @param text UTF-8
 * @param mediaType as in {@code Content-Type}
 */
public record KitFile(String name, String text, String mediaType) {
  private static final int HASH_DIGITS = 12;
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);

  /** How long anybody may keep it. */
  public static final String CACHE_CONTROL = "public, max-age=31536000, immutable";

  public static final String CSS = "text/css;charset=UTF-8";

  /** The one stylesheet of all pages. */
  public static final KitFile STYLESHEET = load("suite", "css", CSS);

  /** The one stylesheet of all papers, for the page and for the sheet printed from it. */
  public static final KitFile PAPER = load("paper", "css", CSS);

  /** Keeps a part of a page as it is now, one stream for all tabs of a browser. */
  public static final KitFile LIVE = load("live", "mjs", "text/javascript;charset=UTF-8");

  /** What stands before the name of a page in a browser. */
  public static final KitFile ICON = load("icon", "svg", "image/svg+xml;charset=UTF-8");

  private static KitFile load(String stem, String extension, String mediaType) {
    String source = "kit/%s.%s".formatted(stem, extension);
    try (InputStream in = KitFile.class.getClassLoader().getResourceAsStream(source)) {
      if (in == null) {
        throw new IllegalStateException(source + " is not packed with the page kit");
      }
      String written = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      byte[] bytes =
          (mediaType.equals(CSS) ? packed(written) : written).getBytes(StandardCharsets.UTF_8);
      return new KitFile(
          "%s-%s.%s".formatted(stem, hash(bytes), extension),
          new String(bytes, StandardCharsets.UTF_8),
          mediaType);
    } catch (IOException e) {
      throw new UncheckedIOException(source, e);
    }
  }

  /** A stylesheet as browsers are sent it: what only its writers read is left out. */
  private static String packed(String css) {
    return COMMENT
        .matcher(css)
        .replaceAll("")
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static String hash(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
