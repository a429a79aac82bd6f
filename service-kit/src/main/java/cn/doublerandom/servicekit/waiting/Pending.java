package cn.doublerandom.servicekit.waiting;

import cn.doublerandom.eventstore.decider.SecondPerson;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits in a stream for whoever may do it.
 *
 * @param kind code word
 * @param key what it is about within its stream
 * @param touchedBy who asked for it and may not decide on it, as the decider judges; ascending
 * @param only the accounts it waits for; empty where it waits for everybody of the role
 * @param batch what was asked for at once is decided at once
 * @param since when it began to wait, as the projection found
 * @param from first day on which it can be done; absent where it is now
 * @param due last day by the law or the plan
 * @param says what its sentence needs, by place in it; no name of a person
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Pending(
    String kind,
    String key,
    List<String> touchedBy,
    List<String> only,
    @Nullable String batch,
    @Nullable LocalDate since,
    @Nullable LocalDate from,
    @Nullable LocalDate due,
    Map<String, String> says) {
  public Pending {
    touchedBy = List.copyOf(touchedBy);
    only = List.copyOf(only);
    says = new TreeMap<>(says);
  }

  /** What waits for everybody of the role. */
  public static Pending of(String kind, String key) {
    return new Pending(kind, key, List.of(), List.of(), null, null, null, null, Map.of());
  }

  /** Not for those who asked for it. */
  public Pending notFor(Collection<String> touched) {
    return new Pending(
        kind, key, touched.stream().sorted().toList(), only, batch, since, from, due, says);
  }

  /** For these accounts alone. */
  public Pending onlyFor(Collection<String> accounts) {
    return new Pending(
        kind, key, touchedBy, accounts.stream().sorted().toList(), batch, since, from, due, says);
  }

  /** Asked for with others at once. */
  public Pending in(@Nullable String asked) {
    return new Pending(kind, key, touchedBy, only, asked, since, from, due, says);
  }

  public Pending since(LocalDate day) {
    return new Pending(kind, key, touchedBy, only, batch, day, from, due, says);
  }

  /** Not before that day. */
  public Pending from(@Nullable LocalDate day) {
    return new Pending(kind, key, touchedBy, only, batch, since, day, due, says);
  }

  public Pending due(@Nullable LocalDate day) {
    return new Pending(kind, key, touchedBy, only, batch, since, from, day, says);
  }

  /** The same with one thing more its sentence needs. */
  public Pending saying(String place, String words) {
    Map<String, String> more = new TreeMap<>(says);
    more.put(place, words);
    return new Pending(kind, key, touchedBy, only, batch, since, from, due, more);
  }

  /** What its sentence needs in a place. */
  public String says(String place) {
    return says.getOrDefault(place, "");
  }

  /** Whether it may be decided on by an account: the decider would not say it needs another. */
  public boolean waitsFor(String account) {
    return (only.isEmpty() || SecondPerson.isAmong(account, only))
        && !SecondPerson.isAmong(account, touchedBy);
  }

  /** Whether it is the same thing, whenever it began to wait. */
  boolean isSame(Pending other) {
    return kind.equals(other.kind) && key.equals(other.key);
  }
}
