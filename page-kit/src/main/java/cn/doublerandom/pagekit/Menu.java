package cn.doublerandom.pagekit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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
 * @ /registry/ui/subjects | /help/registrar#subjects | registrar
 * + /registry/ui/links | /registry/ui/subjects
 * # not built yet
 * </pre>
 *
 * @param entries in the order of the menu
 * @param roles their words by name, in order
 * @param search where the search field of the head leads, for whom
 * @param help where the handbook speaks of a page, to whom
 * @param also the address of the line to which pages below another address belong
 */
public record Menu(
    List<Entry> entries,
    Map<String, Words> roles,
    List<Entry> search,
    List<Place> help,
    Map<String, String> also) {
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

  /**
   * Where the handbook speaks of a page and of all below it.
   *
   * @param address of the page
   * @param chapter its address with the part that is meant, {@code /help/registrar#subjects}
   * @param roles to whom it speaks; to everybody where it is empty
   */
  public record Place(String address, String chapter, List<String> roles) {
    boolean isFor(Collection<String> acting, String path) {
      return isAt(path, address) && (roles.isEmpty() || roles.stream().anyMatch(acting::contains));
    }
  }

  /** A line of the menu as it is shown. */
  public record Line(String words, String address, boolean current) {}

  /** Lines that belong together. */
  public record Group(String words, List<Line> lines) {}

  public static Menu read(InputStream table) {
    List<Entry> entries = new ArrayList<>();
    List<Entry> search = new ArrayList<>();
    List<Place> help = new ArrayList<>();
    Map<String, String> also = new LinkedHashMap<>();
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
        } else if (line.startsWith("+ ")) {
          also.put(cells[0].substring(2).strip(), cells[1].strip());
        } else if (line.startsWith("@ ")) {
          help.add(
              new Place(
                  cells[0].substring(2).strip(),
                  cells[1].strip(),
                  cells.length > 2 ? names(cells[2]) : List.of()));
        } else if (line.startsWith("/")) {
          entries.add(
              new Entry(group, new Words(cells[1], cells[2]), cells[0].strip(), names(cells[3])));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Menu(List.copyOf(entries), roles, List.copyOf(search), List.copyOf(help), also);
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

  /** The entry a page belongs to: the longest address it begins with, or that of another line. */
  public Optional<Entry> at(String path) {
    String address =
        also.entrySet().stream()
            .filter(other -> isAt(path, other.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(path);
    return entries.stream()
        .filter(entry -> isAt(address, entry.address()))
        .max(Comparator.comparingInt(entry -> entry.address().length()));
  }

  /** Whether somebody may open a page; of one that belongs to no line nobody knows better. */
  public boolean isFor(Collection<String> acting, String path) {
    return at(path).map(entry -> entry.isFor(acting)).orElse(true);
  }

  private static boolean isAt(String path, String address) {
    return path.equals(address) || path.startsWith(address + "/");
  }

  /**
   * Where the handbook speaks of a page to somebody: of the longest address it begins with the
   * first line that is for one of his roles; empty where none is.
   */
  public String helpOf(Collection<String> acting, String path) {
    return help.stream()
        .filter(place -> place.isFor(acting, path))
        .sorted(Comparator.comparingInt((Place place) -> place.address().length()).reversed())
        .map(Place::chapter)
        .findFirst()
        .orElse("");
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
