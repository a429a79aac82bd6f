package cn.doublerandom.servicekit.ui;

import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.pagekit.KitWords;
import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.servicekit.text.TextGuard;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a query bar asks for, as it stands in the address. What cannot be read is told beside its
 * field, and counts as not asked; see {@link #isRefused}.
 */
public final class Query {
  /** What a page asks for at most, of one field. */
  private static final int LONGEST = 200;

  /** So much of what is no value of a page is told again. */
  private static final int SHOWN_OF = 20;

  /** How the list is shown, not what is in it. */
  private static final Set<String> SHOWN = Set.of("after", "from", "sort", "column");

  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern YEAR = Pattern.compile("20[0-9]{2}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  private final PageAddress here;
  private final KitWords words;
  private final List<FilledForm.Fault> faults = new ArrayList<>();

  Query(PageAddress here, KitWords words) {
    this.here = here;
    this.words = words;
  }

  /** A text without what nobody can see; empty where none is asked for. */
  public String text(String field) {
    String text = TextGuard.visible(here.value(field));
    return text.length() > LONGEST ? refuse(field, words.tooLong(LONGEST), "") : text;
  }

  /** A text of at least so many signs, if any. */
  public String text(String field, int least) {
    String text = text(field);
    return text.isEmpty() || text.codePointCount(0, text.length()) >= least
        ? text
        : refuse(field, words.tooShort(least), "");
  }

  /** One of the words of a list; empty where none is asked for. */
  public <E extends Enum<E>> Optional<E> word(String field, Class<E> list) {
    String text = here.value(field);
    Optional<E> found =
        Arrays.stream(list.getEnumConstants()).filter(w -> w.name().equals(text)).findFirst();
    return found.isPresent() || text.isEmpty()
        ? found
        : refuse(field, words.notOnList(), Optional.empty());
  }

  /** One of these; empty where none is asked for. */
  public String among(String field, Collection<String> listed) {
    String text = here.value(field);
    return text.isEmpty() || listed.contains(text) ? text : refuse(field, words.notOnList(), "");
  }

  /** What only a link of the page says, and no field of it; empty where none is asked for. */
  public String linked(String name, Collection<String> listed) {
    String text = here.value(name);
    return text.isEmpty() || listed.contains(text)
        ? text
        : refuse("", words.notOfPage(start(text)), "");
  }

  private static String start(String text) {
    int end = text.offsetByCodePoints(0, Math.min(SHOWN_OF, text.codePointCount(0, text.length())));
    return text.substring(0, end);
  }

  /** A day; another where none is asked for. */
  public LocalDate day(String field, LocalDate otherwise) {
    String text = here.value(field);
    return text.isEmpty()
        ? otherwise
        : read(field, text, DAY, LocalDate::parse, words.notADay(), otherwise);
  }

  /**
   * Says of the later of two days that it is before the earlier one; nothing would be found between
   * them.
   */
  public void inOrder(LocalDate first, String field, LocalDate last) {
    if (last.isBefore(first)) {
      refuse(field, words.beforeTheFirst(), last);
    }
  }

  /** A number that is none below nought; another where none is asked for. */
  public int number(String field, int otherwise) {
    String text = here.value(field);
    return text.isEmpty()
        ? otherwise
        : read(field, text, NUMBER, Integer::parseInt, words.notANumber(), otherwise);
  }

  /** A year of this century; another where none is asked for. */
  public int year(String field, int otherwise) {
    String text = text(field).strip();
    return text.isEmpty()
        ? otherwise
        : read(field, text, YEAR, Integer::parseInt, words.notAYear(), otherwise);
  }

  private <T> T read(
      String field,
      String text,
      Pattern form,
      Function<String, T> reading,
      String fault,
      T otherwise) {
    try {
      return form.matcher(text).matches() ? reading.apply(text) : refuse(field, fault, otherwise);
    } catch (DateTimeException none) {
      return refuse(field, fault, otherwise);
    }
  }

  private <T> T refuse(String field, String text, T otherwise) {
    faults.add(new FilledForm.Fault(field, text));
    return otherwise;
  }

  /** The cursor of the list; empty on its first page. */
  public String after() {
    return here.value("after");
  }

  /** 序号 of the first row of this page. */
  public int from() {
    String text = here.value("from");
    return NUMBER.matcher(text).matches() ? Math.max(1, Integer.parseInt(text)) : 1;
  }

  /** The column by which the list is sorted, with a hyphen in front where it falls. */
  public String sort(Collection<String> orders) {
    return linked("sort", orders);
  }

  /** The columns that were chosen, of those there are; these where none was. */
  public <E extends Enum<E>> Set<E> columns(Class<E> list, Set<E> otherwise) {
    List<String> asked = here.query().getOrDefault("column", List.of());
    Set<String> listed =
        Arrays.stream(list.getEnumConstants()).map(Enum::name).collect(Collectors.toSet());
    if (!listed.containsAll(asked)) {
      return refuse("column", words.notOnList(), otherwise);
    }
    Set<E> chosen =
        Arrays.stream(list.getEnumConstants())
            .filter(column -> asked.contains(column.name()))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(list)));
    return chosen.isEmpty() ? otherwise : chosen;
  }

  /** Whether something cannot be read; nothing is found then. */
  public boolean isRefused() {
    return !faults.isEmpty();
  }

  /** Whether anything is asked for, so that nothing found is not nothing there. */
  public boolean isNarrowed() {
    return here.query().keySet().stream().anyMatch(name -> !SHOWN.contains(name));
  }

  /** The query bar, filled with what is asked for. */
  public FilledForm form() {
    return FilledForm.asked(here.query()).refused(faults, false);
  }
}
