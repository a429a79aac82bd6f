package cn.doublerandom.registry.application;

import cn.doublerandom.registry.subject.SubjectDirectory;
import cn.doublerandom.servicekit.identity.AccountNames;
import cn.doublerandom.servicekit.identity.Asking;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.waiting.Matter;
import cn.doublerandom.servicekit.waiting.Pending;
import cn.doublerandom.servicekit.waiting.PendingDirectory;
import cn.doublerandom.servicekit.waiting.PendingGroup;
import cn.doublerandom.servicekit.waiting.Person;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everything of the registers that waits for a second person, whoever asked for it. */
@ApplicationScoped
public class AskedRequests {
  private static final List<String> READERS =
      List.of(Roles.REGISTRAR, Roles.APPROVER, Roles.COORDINATOR, Roles.AUDITOR, Roles.SUPERVISOR);
  private static final List<String> READERS_OF_ERASURES =
      List.of(Roles.REGISTRAR, Roles.APPROVER, Roles.AUDITOR, Roles.SUPERVISOR);
  private static final List<String> READERS_OF_ITEMS =
      List.of(
          Roles.REGISTRAR,
          Roles.APPROVER,
          Roles.COORDINATOR,
          Roles.UNIT_LEAD,
          Roles.AUDITOR,
          Roles.SUPERVISOR);
  private static final List<String> READERS_OF_NOTICES =
      List.of(Roles.APPROVER, Roles.COORDINATOR, Roles.AUDITOR, Roles.SUPERVISOR);

  private final PendingDirectory pending;
  private final SubjectDirectory subjects;
  private final AccountNames people;
  private final Asking asking;

  @Inject
  AskedRequests(
      PendingDirectory pending, SubjectDirectory subjects, AccountNames people, Asking asking) {
    this.people = people;
    this.asking = asking;
    this.pending = pending;
    this.subjects = subjects;
  }

  /**
   * A request, or all requests of one batch.
   *
   * @param kind code word
   * @param kinds of all that is decided on with it, its own among them
   * @param key what it is about within its kind
   * @param of the entry it is about
   * @param batch by which it is decided on with others; absent where it is alone
   * @param count how many there are
   * @param chinese what is asked for, by whom and since when, as a sentence
   * @param own whether who reads it touched it: another decides on it
   * @param mayDecide whether who reads it may
   */
  public record Request(
      String kind,
      List<String> kinds,
      String key,
      String of,
      @Nullable String batch,
      long count,
      String chinese,
      String english,
      String by,
      LocalDate since,
      boolean own,
      boolean mayDecide) {
    public Request {
      kinds = List.copyOf(kinds);
    }

    /** The page where it is decided on. */
    public String page() {
      return AskedPlaces.of(kind, key, of, batch);
    }
  }

  /** All that an account may read of, the oldest first. */
  public Uni<List<Request>> all(Person person, LocalDate today) {
    List<String> kinds =
        Arrays.stream(RegistryMatter.values())
            .filter(kind -> person.isOneOf(readers(kind)))
            .map(RegistryMatter::code)
            .toList();
    return kinds.isEmpty()
        ? Uni.createFrom().item(List.of())
        : Uni.createFrom()
            .completionStage(() -> pending.on(today, kinds))
            .map(AskedTogether::of)
            .flatMap(groups ->
                people
                    .of(asking)
                    .flatMap(names -> named(groups, person, new RegistryMatters(today, names))));
  }

  /** How many wait of a batch, whoever asked for them. */
  public Uni<Long> count(String batch, LocalDate today) {
    List<String> kinds = Arrays.stream(RegistryMatter.values()).map(RegistryMatter::code).toList();
    return Uni.createFrom()
        .completionStage(() -> pending.on(today, kinds))
        .map(groups ->
            groups.stream()
                .filter(group -> batch.equals(group.first().batch()))
                .mapToLong(PendingGroup::count)
                .sum());
  }

  /**
   * Whom the address reads to where one is decided on; bureaus and deputies have their own page.
   */
  private static List<String> readers(RegistryMatter kind) {
    return switch (kind) {
      case STATUS, ENTRY, MERGE, UNMERGE, ABSENCE, RECUSAL, RECUSAL_REVOKED, MANDATE, IMPORT_UNDO ->
          READERS;
      case INSPECTOR_ERASURE, ERASURE -> READERS_OF_ERASURES;
      case RELEASE, RENAMING -> READERS_OF_ITEMS;
      case NOTICE -> READERS_OF_NOTICES;
      case BUREAU, DEPUTY -> List.of();
    };
  }

  private Uni<List<Request>> named(
      List<PendingGroup> groups, Person person, RegistryMatters words) {
    var ids =
        groups.stream()
            .flatMap(group -> RegistryMatters.subjects(group).stream())
            .collect(Collectors.toCollection(TreeSet::new));
    return Uni.createFrom()
        .completionStage(() -> subjects.among(ids))
        .map(known ->
            known.stream()
                .collect(Collectors.toMap(e -> e.details().id(), e -> e.details().name())))
        .map(names -> groups.stream().map(group -> request(group, person, words, names)).toList());
  }

  private static Request request(
      PendingGroup group, Person person, RegistryMatters words, Map<String, String> names) {
    Pending first = group.first();
    Matter said = words.matter(group, names);
    boolean own = !first.waitsFor(person.account());
    return new Request(
        first.kind(),
        AskedTogether.kinds(group),
        first.key(),
        first.says(RegistryPendings.OF),
        group.isMany() ? first.batch() : null,
        group.count(),
        said.chinese(),
        said.english(),
        first.says(RegistryPendings.BY),
        Objects.requireNonNullElse(first.since(), words.today()),
        own,
        !own && person.isOneOf(RegistryMatter.of(first.kind()).roles()));
  }
}
