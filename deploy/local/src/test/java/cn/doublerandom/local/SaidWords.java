package cn.doublerandom.local;

import cn.doublerandom.pagekit.Menu;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What pages say in one language: of each message bundle, piece by piece where it says one thing or
 * another, and of the menu.
 *
 * @param exactly whole pieces
 * @param filled pieces with a gap, as it may look when it is filled
 */
record SaidWords(Set<String> exactly, List<Pattern> filled) {
  private static final Pattern MESSAGE =
      Pattern.compile("@Message\\(((?:\\s*\"(?:[^\"\\\\]|\\\\.)*\"\\s*\\+?)+)\\s*\\)");
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern CHOICE = Pattern.compile("\\{[#/][^}]*}");
  private static final Pattern GAP = Pattern.compile("\\{[^}]*}");

  /** What is mostly gap would be like anything. */
  private static final int LEAST_SAID = 2;

  static SaidWords in(Path root, String language) throws IOException {
    Set<String> pieces = new HashSet<>();
    for (Path file : files(root)) {
      if (language.equals("zh") && file.toString().endsWith("Words.java")) {
        MESSAGE
            .matcher(Files.readString(file))
            .results()
            .forEach(message -> pieces.addAll(pieces(joined(message.group(1)))));
      } else if (language.equals("en") && file.toString().endsWith("_en.properties")) {
        var said = new Properties();
        try (Reader text = Files.newBufferedReader(file)) {
          said.load(text);
        }
        said.values().forEach(message -> pieces.addAll(pieces(message.toString())));
      }
    }
    try (InputStream table =
        Files.newInputStream(root.resolve("service-kit/src/main/resources/desk/menu.txt"))) {
      for (Menu.Entry entry : Menu.read(table).entries()) {
        pieces.add(entry.words().in(language.equals("en")));
        pieces.add(entry.group().in(language.equals("en")));
      }
    }
    return new SaidWords(
        pieces,
        pieces.stream()
            .filter(piece -> piece.contains("{"))
            .filter(piece -> GAP.matcher(piece).replaceAll("").strip().length() >= LEAST_SAID)
            .map(SaidWords::filled)
            .toList());
  }

  private static List<Path> files(Path root) throws IOException {
    try (Stream<Path> modules = Files.list(root)) {
      Set<Path> files = new HashSet<>();
      for (Path module : modules.toList()) {
        for (String folder : List.of("src/main/java", "src/main/resources/messages")) {
          if (Files.isDirectory(module.resolve(folder))) {
            try (Stream<Path> found = Files.walk(module.resolve(folder))) {
              found.filter(Files::isRegularFile).forEach(files::add);
            }
          }
        }
      }
      return List.copyOf(files);
    }
  }

  private static String joined(String literals) {
    var text = new StringBuilder();
    LITERAL.matcher(literals).results().forEach(one -> text.append(one.group(1)));
    return text.toString().replace("\\\"", "\"");
  }

  private static List<String> pieces(String message) {
    return CHOICE.splitAsStream(message).map(String::strip).filter(one -> !one.isEmpty()).toList();
  }

  private static Pattern filled(String piece) {
    return Pattern.compile(
        String.join(".+", Stream.of(GAP.split(piece, -1)).map(Pattern::quote).toList()));
  }

  boolean has(String word) {
    return exactly.contains(word)
        || filled.stream().anyMatch(piece -> piece.matcher(word).matches());
  }
}
