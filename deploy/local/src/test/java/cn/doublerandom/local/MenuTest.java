package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.pagekit.Menu;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The menu of the desk says of each page what its resource method says: ADR 0044. */
class MenuTest {
  private static final java.nio.file.Path ROOT = java.nio.file.Path.of("../..");
  private static final Set<String> OF_THE_GATEWAY = Set.of("/desk", "/board");

  private static Menu menu() throws IOException {
    try (InputStream table =
        Files.newInputStream(ROOT.resolve("service-kit/src/main/resources/desk/menu.txt"))) {
      return Menu.read(table);
    }
  }

  /** Roles by address, of all pages that can be opened without knowing an id. */
  private static Map<String, Set<String>> pages() {
    Map<String, Set<String>> pages = new TreeMap<>();
    for (String service : List.of("registry", "draw", "inspection", "publication")) {
      // What the kit serves, each service serves under its own root.
      CompiledHouse.of("service-kit", service + "-service").stream()
          .filter(type -> type.isAnnotatedWith(Path.class))
          .forEach(type -> pages.putAll(pages(service, type)));
    }
    return pages;
  }

  private static Map<String, Set<String>> pages(String service, JavaClass type) {
    String above = type.getAnnotationOfType(Path.class).value();
    Map<String, Set<String>> pages = new TreeMap<>();
    for (JavaMethod method : type.getMethods()) {
      if (method.isAnnotatedWith(GET.class)) {
        Optional<RolesAllowed> roles =
            method
                .tryGetAnnotationOfType(RolesAllowed.class)
                .or(() -> type.tryGetAnnotationOfType(RolesAllowed.class));
        String below =
            method.tryGetAnnotationOfType(Path.class).map(path -> "/" + path.value()).orElse("");
        pages.put(
            ("/" + service + "/" + above + below).replaceAll("/+", "/"),
            roles
                .<Set<String>>map(allowed -> new TreeSet<>(List.of(allowed.value())))
                .orElse(Set.of()));
      }
    }
    return pages;
  }

  private static List<String> faults(Menu menu, Map<String, Set<String>> pages) {
    return Stream.concat(menu.entries().stream(), menu.search().stream())
        .filter(entry -> !OF_THE_GATEWAY.contains(entry.address()))
        .filter(entry -> !new TreeSet<>(entry.roles()).equals(pages.get(entry.address())))
        .map(entry -> entry.address() + " " + pages.get(entry.address()))
        .toList();
  }

  @Test
  void the_board_is_for_whom_each_service_says_what_stands_on_it() throws IOException {
    Set<String> board =
        menu().entries().stream()
            .filter(entry -> entry.address().equals("/board"))
            .findFirst()
            .map(entry -> (Set<String>) new TreeSet<>(entry.roles()))
            .orElseThrow();
    Map<String, Set<String>> pages = pages();
    for (String service : List.of("registry", "draw", "inspection", "publication")) {
      assertThat(pages.get("/" + service + "/api/v1/board")).isEqualTo(board);
    }
  }

  @Test
  void every_line_leads_to_a_page_that_lets_in_whom_it_is_shown() throws IOException {
    assertThat(menu().entries()).hasSizeGreaterThan(1);
    assertThat(faults(menu(), pages())).isEmpty();
  }

  /** The pages as desk/doors.txt has them. */
  private static List<String> doors() throws IOException {
    return Files.readAllLines(ROOT.resolve("service-kit/src/main/resources/desk/doors.txt"))
        .stream()
        .filter(line -> !line.startsWith("#"))
        .toList();
  }

  @Test
  void every_page_stands_among_the_doors_with_whom_it_lets_in() throws IOException {
    List<String> pages =
        pages().entrySet().stream()
            .filter(page -> page.getKey().matches("/[a-z]+/ui(/.+)?"))
            .map(page -> (page.getKey() + " | " + String.join(" ", page.getValue())).strip())
            .toList();
    assertThat(pages).hasSizeGreaterThan(100);
    assertThat(doors()).containsExactlyInAnyOrderElementsOf(pages);
  }

  @Test
  void every_role_of_a_line_has_its_words() throws IOException {
    Menu menu = menu();
    assertThat(menu.entries())
        .allSatisfy(entry -> assertThat(menu.roles().keySet()).containsAll(entry.roles()));
  }

  @Test
  void a_planted_line_is_found() {
    Menu menu =
        Menu.read(
            new ByteArrayInputStream(
                "/registry/ui/subjects | 甲 | A | witness\n/registry/ui/none | 乙 | B | witness\n"
                    .getBytes(StandardCharsets.UTF_8)));
    assertThat(faults(menu, pages())).hasSize(2);
  }
}
