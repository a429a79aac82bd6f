package cn.doublerandom.gateway.handbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The handbook, as it is packed with the program.
 *
 * @param chinese its chapters in order
 * @param english the same ones
 */
public record Handbook(List<Chapter> chinese, List<Chapter> english) {
  /** Where it is read. */
  public static final String ADDRESS = "/help";

  /** What everybody needs, then a chapter a role. */
  static final List<String> CHAPTERS =
      List.of(
          "start",
          "coordinator",
          "registrar",
          "approver",
          "unit-lead",
          "legal-reviewer",
          "publisher",
          "inspector",
          "witness",
          "supervisor",
          "operator");

  /** Reads and makes all of it; a chapter that is missing is a bug of the build. */
  public static Handbook read() {
    return new Handbook(chapters("zh"), chapters("en"));
  }

  private static List<Chapter> chapters(String language) {
    return CHAPTERS.stream()
        .map(name -> Markdown.chapter(language, name, text(language, name)))
        .toList();
  }

  private static String text(String language, String name) {
    return new String(
        packed("handbook/%s/%s.md".formatted(language, name)), StandardCharsets.UTF_8);
  }

  private static byte[] packed(String file) {
    try (InputStream in = Handbook.class.getClassLoader().getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not packed with the gateway");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  public List<Chapter> in(boolean readsEnglish) {
    return readsEnglish ? english : chinese;
  }

  /** A chapter by its name; empty where there is none. */
  public Optional<Chapter> chapter(String name, boolean readsEnglish) {
    return in(readsEnglish).stream().filter(one -> one.name().equals(name)).findFirst();
  }

  /** The pictures its chapters show, each as {@code zh/import.png}. */
  public Set<String> pictures() {
    return Stream.concat(chinese.stream(), english.stream())
        .flatMap(chapter -> chapter.pictures().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A picture as it is packed with the program: a PNG. */
  public static byte[] picture(String name) {
    String[] parts = name.split("/", -1);
    return packed("handbook/%s/pictures/%s".formatted(parts[0], parts[1]));
  }
}
