package cn.doublerandom.local.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the suite says in Chinese: every sentence of the message bundles, as a pattern. */
final class ChineseWords {
  private static final Pattern MESSAGE =
      Pattern.compile("@Message\\(\\s*((?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*\\+?\\s*)+)\\)");
  private static final Pattern PIECE = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern HOLE = Pattern.compile("\\{[^}]*}");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  /** A message of fewer characters is a word that data have too. */
  private static final int LEAST_HAN = 4;

  private final List<Pattern> messages;

  private ChineseWords(List<Pattern> messages) {
    this.messages = messages;
  }

  static ChineseWords ofHouse(Path root) throws IOException {
    List<Pattern> messages = new ArrayList<>();
    try (Stream<Path> modules = Files.list(root)) {
      for (Path module : modules.toList()) {
        Path sources = module.resolve("src/main/java");
        if (Files.isDirectory(sources)) {
          try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(f -> f.toString().endsWith("Words.java")).toList()) {
              messages.addAll(of(Files.readString(file)));
            }
          }
        }
      }
    }
    return new ChineseWords(messages);
  }

  private static List<Pattern> of(String source) {
    List<Pattern> found = new ArrayList<>();
    Matcher message = MESSAGE.matcher(source);
    while (message.find()) {
      var text = new StringBuilder();
      PIECE.matcher(message.group(1)).results().forEach(piece -> text.append(piece.group(1)));
      // What chooses between words is as many messages; each is too short to be told from data.
      if (text.indexOf("{#") < 0
          && HAN.matcher(HOLE.matcher(text).replaceAll("")).results().count() >= LEAST_HAN) {
        found.add(pattern(text.toString()));
      }
    }
    return found;
  }

  private static Pattern pattern(String message) {
    var pattern = new StringBuilder();
    Matcher hole = HOLE.matcher(message);
    int from = 0;
    while (hole.find()) {
      pattern.append(Pattern.quote(message.substring(from, hole.start()))).append(".*");
      from = hole.end();
    }
    return Pattern.compile(pattern.append(Pattern.quote(message.substring(from))).toString());
  }

  int count() {
    return messages.size();
  }

  Optional<String> saidBy(String text) {
    return messages.stream()
        .filter(message -> message.matcher(text).matches())
        .map(Pattern::pattern)
        .findFirst();
  }
}
