package cn.doublerandom.local;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** What a caller reads where something is not as required. */
final class ValidationWords {
  static final Properties CHINESE = read("zh");
  static final Properties ENGLISH = read("en");

  private ValidationWords() {}

  private static Properties read(String language) {
    Path file =
        Path.of(
            "../../service-kit/src/main/resources/ValidationMessages_" + language + ".properties");
    try (Reader in = Files.newBufferedReader(file)) {
      var words = new Properties();
      words.load(in);
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
