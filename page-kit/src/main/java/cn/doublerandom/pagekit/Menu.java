package cn.doublerandom.pagekit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The menu of the console, read from a table of whoever knows the addresses:
 *
 * <pre>
 * role registrar | 名录管理人员 | Registrar
 * = 一单两库 | Registers
 * /registry/ui/subjects | 检查对象 | Subjects | registrar coordinator
 * ? /registry/ui/subjects | registrar coordinator
 * # not built yet
 * </pre>
 *
 * @param entries in the order of the menu
 * @param roles their words by name, in order
 * @param search where the search field of the head leads, for whom
 */
public record Menu(List<Entry> entries, Map<String, Words> roles, List<Entry> search) {
  /**
   * A text in both languages.
   *
   * @param english with the Chinese term in brackets where there is no other
   */
  public record Words(String chinese, String english) {
    public String in(boolean readsEnglish) {
      return readsEnglish ? english : chinese;
    }
  }

  /**
   * @param roles who may go there; everybody who is signed in where it is empty
   */
  public record Entry(Words group, Words words, String address, List<String> roles) {
    boolean isFor(Collection<String> acting) {
      return roles.isEmpty() || roles.stream().anyMatch(acting::contains);
    }
  }

  /** A line of the menu as it is shown. */
  public record Line(String words, String address, boolean current) {}

  /** Lines that belong together. */
  public record Group(String words, List<Line> lines) {}

  public static Menu read(InputStream table) {
    List<Entry> entries = new ArrayList<>();
    List<Entry> search = new ArrayList<>();
    Map<String, Words> roles = new LinkedHashMap<>();
    Words group = new Words("", "");
    try (var lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cells = line.split("\\s*\\|\\s*", -1);
        if (line.startsWith("= ")) {
          group = new Words(cells[0].substring(2).strip(), cells[1]);
        } else if (line.startsWith("role ")) {
          roles.put(cells[0].substring(5).strip(), new Words(cells[1], cells[2]));
        } else if (line.startsWith("? ")) {
          search.add(new Entry(group, group, cells[0].substring(2).strip(), names(cells[1])));
        } else if (line.startsWith("/")) {
          entries.add(
              new Entry(group, new Words(cells[1], cells[2]), cells[0].strip(), names(cells[3])));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Menu(List.copyOf(entries), roles, List.copyOf(search));
  }

  private static List<String> names(String cell) {
    return cell.isBlank() ? List.of() : List.of(cell.strip().split("\\s+"));
  }

  /** What somebody may go to, in groups; the entry he is at is marked. */
  public List<Group> shown(Collection<String> acting, String path, boolean english) {
    Optional<Entry> here = at(path);
    Map<String, List<Line>> groups = new LinkedHashMap<>();
    for (Entry entry : entries) {
      if (entry.isFor(acting)) {
        groups
            .computeIfAbsent(entry.group().in(english), none -> new ArrayList<>())
            .add(
                new Line(
                    entry.words().in(english), entry.address(), here.equals(Optional.of(entry))));
      }
    }
    return groups.entrySet().stream().map(g -> new Group(g.getKey(), g.getValue())).toList();
  }

  /** The entry a page belongs to: the longest address it begins with. */
  public Optional<Entry> at(String path) {
    return entries.stream()
        .filter(entry -> path.equals(entry.address()) || path.startsWith(entry.address() + "/"))
        .max(java.util.Comparator.comparingInt(entry -> entry.address().length()));
  }

  /** Where somebody's search field leads; empty where he has none. */
  public String searchOf(Collection<String> acting) {
    return search.stream()
        .filter(entry -> entry.isFor(acting))
        .map(Entry::address)
        .findFirst()
        .orElse("");
  }

  /** Roles in words, in the order of the table; one that is unknown stays as it is called. */
  public List<String> words(Collection<String> names, boolean english) {
    List<String> words = new ArrayList<>();
    roles.forEach((name, said) -> {
      if (names.contains(name)) {
        words.add(said.in(english));
      }
    });
    names.stream().filter(name -> !roles.containsKey(name)).sorted().forEach(words::add);
    return words;
  }
}
