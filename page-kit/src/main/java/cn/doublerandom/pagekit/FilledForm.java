package cn.doublerandom.pagekit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A form as it is shown: what is typed in it, what is wrong with it, and what another has written
 * meanwhile.
 *
 * @param key by which the same form sent twice is one request
 * @param version of what it was filled from; empty where there is none
 * @param values by field
 * @param faults in the order they are listed
 * @param theirs what stands there now, by field, where another has changed it meanwhile
 * @param conflict whether it was refused because another has changed what it is about
 */
public record FilledForm(
    String key,
    String version,
    Map<String, List<String>> values,
    List<Fault> faults,
    Map<String, String> theirs,
    boolean conflict) {
  /** How a page says that something was refused ({@code tags/refusals.html}). */
  public static final String REFUSAL = "class=\"refusal\" role=\"alert\" tabindex=\"-1\"";

  /**
   * One thing that is wrong.
   *
   * @param field empty where it is the whole
   */
  public record Fault(String field, String text) {}

  public FilledForm {
    values = Map.copyOf(values);
    faults = List.copyOf(faults);
    theirs = Map.copyOf(theirs);
  }

  /** One that nobody has filled yet. */
  public static FilledForm empty(String key, String version) {
    return new FilledForm(key, version, Map.of(), List.of(), Map.of(), false);
  }

  /** One that only asks: what stands in the address. */
  public static FilledForm asked(Map<String, List<String>> query) {
    return new FilledForm("", "", query, List.of(), Map.of(), false);
  }

  /** Whether it only asks, so that nothing was to be done. */
  public boolean isQuestion() {
    return key.isEmpty();
  }

  /** Whether what is typed can stand in a field for days; a browser shows nothing else there. */
  public boolean isDay(String field) {
    return value(field).matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  }

  /** With what is known already. */
  public FilledForm with(String field, Object value) {
    Map<String, List<String>> filled = new LinkedHashMap<>(values);
    filled.put(field, List.of(String.valueOf(value)));
    return new FilledForm(key, version, filled, faults, theirs, conflict);
  }

  /** With several values of one field that are known already. */
  public FilledForm withAll(String field, List<String> known) {
    Map<String, List<String>> filled = new LinkedHashMap<>(values);
    filled.put(field, List.copyOf(known));
    return new FilledForm(key, version, filled, faults, theirs, conflict);
  }

  /**
   * What was sent stays, with what is wrong about it.
   *
   * @param another whether it is that another has changed what it is about
   */
  public FilledForm refused(List<Fault> wrong, boolean another) {
    List<Fault> all = new ArrayList<>(faults);
    all.addAll(wrong);
    return new FilledForm(key, version, values, all, theirs, conflict || another);
  }

  /**
   * The same over what stands now. Only who was told of the change goes on from there; whatever
   * else was refused is still about the version that was read.
   *
   * @param current values by field, as they stand now
   */
  public FilledForm over(String now, Map<String, String> current) {
    if (!conflict) {
      return version.isEmpty() ? new FilledForm(key, now, values, faults, theirs, false) : this;
    }
    Map<String, String> changed = new LinkedHashMap<>(current);
    changed.entrySet().removeIf(one -> one.getValue().equals(value(one.getKey())));
    return new FilledForm(key, now, values, faults, changed, true);
  }

  /** Under another key, as another request. */
  public FilledForm anew(String another) {
    return new FilledForm(another, version, values, faults, theirs, conflict);
  }

  /**
   * Of what was written down although it was refused: mended, it is another request, about what
   * stands now.
   */
  public FilledForm kept(String another) {
    return new FilledForm(another, "", values, faults, theirs, conflict);
  }

  /**
   * What is still typed when something beside it was done: another request, about what stands now.
   *
   * @param done fields that belong to what was done
   */
  public FilledForm rest(String another, String now, Set<String> done) {
    Map<String, List<String>> left = new LinkedHashMap<>(values);
    left.keySet().removeAll(done);
    return new FilledForm(another, now, left, List.of(), Map.of(), false);
  }

  /** Whether anything stands in it. */
  public boolean isTyped() {
    return values.values().stream().flatMap(List::stream).anyMatch(one -> !one.isBlank());
  }

  /** The first value of a field; empty where there is none. */
  public String value(String field) {
    List<String> sent = values.getOrDefault(field, List.of());
    return sent.isEmpty() ? "" : sent.getFirst();
  }

  /** Whether a field has a value among others. */
  public boolean has(String field, String value) {
    return values.getOrDefault(field, List.of()).contains(value);
  }

  /** What is wrong with a field; empty where nothing is. */
  public String fault(String field) {
    return faults.stream()
        .filter(fault -> fault.field().equals(field))
        .map(Fault::text)
        .findFirst()
        .orElse("");
  }

  /** What another has written into a field meanwhile; empty where nobody has. */
  public String other(String field) {
    return theirs.getOrDefault(field, "");
  }

  public boolean isRefused() {
    return !faults.isEmpty();
  }
}
