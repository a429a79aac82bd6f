package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.pagekit.Menu;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The handbook speaks of every page of the desk, in both languages, with the words of the page. */
class HandbookTest {
  private static final Path ROOT = Path.of("../..");
  private static final Path BOOK = ROOT.resolve("gateway/src/main/resources/handbook");
  private static final Pattern PART = Pattern.compile("(?m)^#{2,3} .*\\{#([a-z0-9-]+)}$");
  private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^\\]]*]\\(([^)]*)\\)");
  private static final Pattern PICTURE =
      Pattern.compile("!\\[([^\\]]*)]\\(pictures/([a-z-]+\\.png)\\)");
  private static final Pattern PLACE = Pattern.compile("/help/([a-z-]+)#([a-z0-9-]+)");

  /** Quoted in Chinese 「…」, in English “…”. */
  private static final Pattern QUOTED = Pattern.compile("「([^」]*)」|“([^”]*)”");

  private static String chapter(String language, String name) throws IOException {
    return Files.readString(BOOK.resolve(language).resolve(name + ".md"));
  }

  private static Set<String> chapters(String language) throws IOException {
    try (Stream<Path> files = Files.list(BOOK.resolve(language))) {
      Set<String> names = new TreeSet<>();
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".md"))
          .forEach(name -> names.add(name.replace(".md", "")));
      return names;
    }
  }

  private static List<String> parts(String language, String name) throws IOException {
    return PART.matcher(chapter(language, name)).results().map(part -> part.group(1)).toList();
  }

  private static boolean isThere(String language, String name, String part) throws IOException {
    return chapters(language).contains(name)
        && (part.isEmpty() || parts(language, name).contains(part));
  }

  private static Menu menu() throws IOException {
    try (InputStream table =
        Files.newInputStream(ROOT.resolve("service-kit/src/main/resources/desk/menu.txt"))) {
      return Menu.read(table);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void every_line_of_the_menu_has_its_place_for_each_role_that_sees_it(String language)
      throws IOException {
    Menu menu = menu();
    List<String> forgotten = new ArrayList<>();
    for (Menu.Entry entry : menu.entries()) {
      Collection<String> roles = entry.roles().isEmpty() ? menu.roles().keySet() : entry.roles();
      for (String role : roles) {
        var place = PLACE.matcher(menu.helpOf(Set.of(role), entry.address()));
        if (!place.matches() || !isThere(language, place.group(1), place.group(2))) {
          forgotten.add(entry.address() + " for " + role);
        }
      }
    }
    assertThat(forgotten).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void every_place_that_is_named_is_there(String language) throws IOException {
    for (Menu.Place place : menu().help()) {
      var named = PLACE.matcher(place.chapter());
      assertThat(named.matches()).as(place.chapter()).isTrue();
      assertThat(isThere(language, named.group(1), named.group(2))).as(place.chapter()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void every_role_of_people_has_its_chapter(String language) throws IOException {
    Set<String> roles = new TreeSet<>(menu().roles().keySet());
    // 审计人员 reads the chapter of 纪检监察人员; the platform is a program.
    roles.removeAll(Set.of("auditor", "platform"));
    assertThat(chapters(language)).containsAll(roles).hasSize(roles.size() + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void every_picture_is_there_says_what_it_shows_and_every_file_is_shown(String language)
      throws IOException {
    Set<String> shown = new TreeSet<>();
    for (String name : chapters(language)) {
      for (var picture : PICTURE.matcher(chapter(language, name)).results().toList()) {
        assertThat(picture.group(1)).as(picture.group()).isNotBlank();
        shown.add(picture.group(2));
      }
    }
    try (Stream<Path> files = Files.list(BOOK.resolve(language).resolve("pictures"))) {
      assertThat(shown)
          .hasSizeGreaterThan(9)
          .containsExactlyInAnyOrderElementsOf(
              files.map(file -> file.getFileName().toString()).toList());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void every_chapter_ends_with_something_to_practise(String language) throws IOException {
    for (String name : chapters(language)) {
      assertThat(parts(language, name)).as(name).last().isEqualTo("exercise");
    }
  }

  @Test
  void both_languages_have_the_same_parts_in_the_same_order() throws IOException {
    assertThat(chapters("zh")).isEqualTo(chapters("en"));
    for (String name : chapters("zh")) {
      assertThat(parts("en", name)).as(name).isNotEmpty().isEqualTo(parts("zh", name));
      assertThat(parts("zh", name)).as(name).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void every_link_inside_leads_to_a_part_that_is_there(String language) throws IOException {
    for (String name : chapters(language)) {
      for (var link : LINK.matcher(chapter(language, name)).results().toList()) {
        String to = link.group(1);
        int at = to.indexOf('#');
        String part = at < 0 ? "" : to.substring(at + 1);
        String file = at < 0 ? to : to.substring(0, at);
        assertThat(isThere(language, file.isEmpty() ? name : file.replace(".md", ""), part))
            .as("%s: %s", name, to)
            .isTrue();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void every_word_that_is_quoted_stands_on_a_page(String language) throws IOException {
    SaidWords said = SaidWords.in(ROOT, language);
    List<String> invented = new ArrayList<>();
    int quoted = 0;
    for (String name : chapters(language)) {
      for (String word : quoted(language, chapter(language, name))) {
        quoted++;
        if (!said.has(word)) {
          invented.add(name + ": " + word);
        }
      }
    }
    assertThat(quoted).isGreaterThan(200);
    assertThat(invented).isEmpty();
  }

  private static List<String> quoted(String language, String text) {
    int group = language.equals("zh") ? 1 : 2;
    return QUOTED
        .matcher(text)
        .results()
        .map(word -> word.group(group))
        .filter(word -> word != null)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"退出, true", "导入全部 298 行, true", "已认领, true", "立即搞定, false", "行, true"})
  void an_invented_word_is_found(String word, boolean isSaid) throws IOException {
    assertThat(SaidWords.in(ROOT, "zh").has(word)).isEqualTo(isSaid);
  }
}
