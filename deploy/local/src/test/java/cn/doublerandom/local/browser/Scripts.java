package cn.doublerandom.local.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What a page is asked in its own language. */
final class Scripts {
  static final String LANGUAGE = read("language");
  static final String CHINESE = read("chinese");
  static final String REACHABLE = read("reachable");
  static final String CAMERA = read("camera");
  static final String CUT = read("cut");
  static final String FOCUSED = read("focused");

  private Scripts() {}

  private static String read(String name) {
    try (InputStream in = Scripts.class.getResourceAsStream("/browser/" + name + ".js")) {
      if (in == null) {
        throw new IllegalStateException("no script " + name);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.substring(text.indexOf('\n') + 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
