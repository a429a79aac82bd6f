package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** REST and pages stay one: docs/use-cases.md names both sides of whatever can be done. */
class UseCasesTest {
  private static final java.nio.file.Path ROOT = java.nio.file.Path.of("../..");
  private static final List<String> SERVICES =
      List.of("registry", "draw", "inspection", "publication");
  private static final List<Class<? extends Annotation>> VERBS =
      List.of(GET.class, POST.class, PUT.class, DELETE.class);
  private static final Pattern ROW =
      Pattern.compile("^\\| (.+) \\| (.+) \\| (.+) \\|$", Pattern.MULTILINE);
  private static final Pattern ADDRESS = Pattern.compile("`((?:GET|POST|PUT|DELETE) /[^`]+)`");
  private static final Pattern REASON =
      Pattern.compile("— (for programs|none needed|missing|with `).*");

  /**
   * A row of the table.
   *
   * @param rest addresses, or none where a reason stands there
   */
  record Row(Set<String> rest, Set<String> pages, String line) {}

  private static List<Row> rows(String table) {
    List<Row> rows = new ArrayList<>();
    var line = ROW.matcher(table);
    while (line.find()) {
      if (!line.group(1).equals("use case")) {
        rows.add(new Row(addresses(line.group(2)), addresses(line.group(3)), line.group()));
      }
    }
    return rows;
  }

  private static Set<String> addresses(String cell) {
    Set<String> found = new TreeSet<>();
    for (var address : ADDRESS.matcher(cell).results().toList()) {
      String text = address.group(1);
      (text.contains("{service}") ? SERVICES : List.of(""))
          .forEach(service -> found.add(text.replace("{service}", service)));
    }
    if (found.isEmpty() && !REASON.matcher(cell).matches()) {
      throw new AssertionError("neither an address nor a reason: " + cell);
    }
    return found;
  }

  /** Who may do what, by verb and address; nobody where anybody may. */
  private static Map<String, Set<String>> doors() {
    Map<String, Set<String>> doors = new TreeMap<>();
    for (String service : SERVICES) {
      // What the kit serves, each service serves under its own root.
      CompiledHouse.of("service-kit", service + "-service").stream()
          .filter(type -> type.isAnnotatedWith(Path.class))
          .forEach(type -> doors.putAll(doors(service, type)));
    }
    return doors;
  }

  private static Map<String, Set<String>> doors(String service, JavaClass type) {
    Map<String, Set<String>> doors = new TreeMap<>();
    String above = type.getAnnotationOfType(Path.class).value();
    for (JavaMethod method : type.getMethods()) {
      String below =
          method.tryGetAnnotationOfType(Path.class).map(path -> "/" + path.value()).orElse("");
      String address = ("/" + service + "/" + above + below).replaceAll("/+", "/");
      Set<String> roles =
          method
              .tryGetAnnotationOfType(RolesAllowed.class)
              .or(() -> type.tryGetAnnotationOfType(RolesAllowed.class))
              .<Set<String>>map(allowed -> new TreeSet<>(List.of(allowed.value())))
              .orElse(Set.of());
      for (Class<? extends Annotation> verb : VERBS) {
        if (method.isAnnotatedWith(verb)) {
          doors.put(verb.getSimpleName() + " " + address, roles);
        }
      }
    }
    return doors;
  }

  private static List<String> faults(List<Row> rows, Map<String, Set<String>> doors) {
    List<String> faults = new ArrayList<>();
    Set<String> named = new TreeSet<>();
    for (Row row : rows) {
      Set<String> all = new TreeSet<>(row.rest());
      all.addAll(row.pages());
      all.stream()
          .filter(address -> !doors.containsKey(address))
          .forEach(address -> faults.add("is not there: " + address));
      for (String rest : row.rest()) {
        row.pages().stream()
            .filter(page -> root(page).equals(root(rest)))
            .filter(page -> !isTwin(doors, rest, page))
            .forEach(page ->
                faults.add(
                    "%s lets in %s, %s %s"
                        .formatted(rest, let(doors, rest), page, let(doors, page))));
      }
      named.addAll(all);
    }
    doors.keySet().stream()
        .filter(address -> !address.startsWith("GET ") && !named.contains(address))
        .forEach(address -> faults.add("is in no row: " + address));
    return faults;
  }

  /** A page that is read may show more people what only some can ask for. */
  private static boolean isTwin(Map<String, Set<String>> doors, String rest, String page) {
    return page.startsWith("GET ")
        ? let(doors, page).containsAll(let(doors, rest))
        : let(doors, page).equals(let(doors, rest));
  }

  private static Set<String> let(Map<String, Set<String>> doors, String address) {
    return doors.getOrDefault(address, Set.of());
  }

  /** The service: a row may stand for all four. */
  private static String root(String address) {
    return address.replaceAll("^[A-Z]+ /([^/]+)/.*", "$1");
  }

  private static List<Row> table() throws IOException {
    return rows(Files.readString(ROOT.resolve("docs/use-cases.md")));
  }

  @Test
  void whatever_can_be_done_has_its_row_and_both_sides_let_in_the_same_people() throws IOException {
    List<Row> rows = table();
    assertThat(rows).hasSizeGreaterThan(130);
    assertThat(faults(rows, doors())).isEmpty();
  }

  @Test
  void what_is_missing_on_a_page_is_named_and_does_not_grow() throws IOException {
    assertThat(table()).filteredOn(row -> row.line().contains("— missing")).hasSizeLessThan(15);
  }

  @Test
  void planted_rows_are_found() {
    List<Row> rows =
        rows(
            """
            | a | `POST /draw/api/v1/none` | — for programs |
            | b | `POST /draw/api/v1/plans/{planKey}/report` | `POST /draw/ui/plans/{plan}/return` |
            """);
    assertThat(faults(rows, doors()))
        .contains("is not there: POST /draw/api/v1/none")
        .anyMatch(fault -> fault.startsWith("POST /draw/api/v1/plans/{planKey}/report lets in"))
        .contains("is in no row: POST /draw/ui/plans/imports");
  }
}
