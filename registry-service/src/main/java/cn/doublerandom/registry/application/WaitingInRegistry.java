package cn.doublerandom.registry.application;

import cn.doublerandom.registry.exchange.ExchangeTables;
import cn.doublerandom.registry.inspector.InspectorDirectory;
import cn.doublerandom.registry.proposal.ProposalDirectory;
import cn.doublerandom.registry.readiness.ReadinessCounts;
import cn.doublerandom.registry.subject.SubjectDirectory;
import cn.doublerandom.servicekit.identity.AccountNames;
import cn.doublerandom.servicekit.identity.Asking;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.waiting.Matters;
import cn.doublerandom.servicekit.waiting.ParkedMatters;
import cn.doublerandom.servicekit.waiting.PendingDirectory;
import cn.doublerandom.servicekit.waiting.PendingGroup;
import cn.doublerandom.servicekit.waiting.Person;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * 待办 of the registers: what others asked for, certificates that run out, the end of March, what
 * results propose, files that were checked and left.
 */
@ApplicationScoped
public class WaitingInRegistry {
  /** A certificate is renewed at the county's bureau of justice, which takes weeks. */
  private static final int DAYS_AHEAD = 30;

  private static final int MOST_CERTIFICATES = 500;

  private final PendingDirectory pending;
  private final SubjectDirectory subjects;
  private final InspectorDirectory inspectors;
  private final ReadinessCounts readiness;
  private final ExchangeTables exchange;
  private final Intakes intakes;
  private final ProposalDirectory proposals;
  private final ParkedMatters parked;
  private final AccountNames people;
  private final Asking asking;

  @Inject
  WaitingInRegistry(
      PendingDirectory pending,
      SubjectDirectory subjects,
      InspectorDirectory inspectors,
      ReadinessCounts readiness,
      ExchangeTables exchange,
      Intakes intakes,
      ProposalDirectory proposals,
      ParkedMatters parked,
      AccountNames people,
      Asking asking) {
    this.people = people;
    this.asking = asking;
    this.pending = pending;
    this.subjects = subjects;
    this.inspectors = inspectors;
    this.readiness = readiness;
    this.exchange = exchange;
    this.intakes = intakes;
    this.proposals = proposals;
    this.parked = parked;
  }

  /** What waits for somebody. */
  public Uni<Matters> of(Person person, LocalDate today) {
    return Multi.createFrom()
        .items(
            asked(person, today),
            certificates(person, today),
            ready(person, today),
            exchanged(person),
            proposed(person),
            left(person, today),
            parked.of(person))
        .onItem()
        .transformToUniAndConcatenate(one -> one)
        .collect()
        .asList()
        .map(Matters::together);
  }

  private Uni<Matters> asked(Person person, LocalDate today) {
    List<String> kinds =
        RegistryMatter.ROLES.entrySet().stream()
            .filter(kind -> person.isOneOf(kind.getValue()))
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    return kinds.isEmpty()
        ? nothing()
        : of(() -> pending.on(today, kinds))
            .map(all -> PendingGroup.chosen(AskedTogether.of(all), person, RegistryMatter.ROLES))
            .flatMap(chosen ->
                people
                    .of(asking)
                    .flatMap(names -> named(chosen, new RegistryMatters(today, names))));
  }

  /** Names are of today's register, and of whom it has made unreadable there is none. */
  private Uni<Matters> named(List<PendingGroup> chosen, RegistryMatters words) {
    List<PendingGroup> first = chosen.stream().limit(Matters.MOST).toList();
    return of(() ->
            subjects.among(
                first.stream()
                    .flatMap(group -> RegistryMatters.subjects(group).stream())
                    .collect(Collectors.toCollection(TreeSet::new))))
        .map(known ->
            known.stream()
                .collect(Collectors.toMap(e -> e.details().id(), e -> e.details().name())))
        .map(names ->
            Matters.of(
                first.stream().map(group -> words.waiting(group, names)).toList(), chosen.size()));
  }

  private Uni<Matters> certificates(Person person, LocalDate today) {
    return person.isOneOf(List.of(Roles.REGISTRAR))
        ? of(() ->
                inspectors.certifiedUntil(today, today.plusDays(DAYS_AHEAD + 1), MOST_CERTIFICATES))
            .map(ending ->
                Matters.all(
                    ending.stream()
                        .map(entry -> new RegistryMatters(today).certificate(entry.details()))
                        .toList()))
        : nothing();
  }

  /** Due at the end of March; what is open after it is late, and does not vanish. */
  private Uni<Matters> ready(Person person, LocalDate today) {
    return person.isOneOf(List.of(Roles.COORDINATOR, Roles.REGISTRAR))
        ? of(() -> readiness.on(today)).map(new RegistryMatters(today)::readiness)
        : nothing();
  }

  private Uni<Matters> exchanged(Person person) {
    return person.isOneOf(List.of(Roles.REGISTRAR))
        ? of(() -> exchange.comparisons(1)).map(RegistryMatters::exchange)
        : nothing();
  }

  private Uni<Matters> proposed(Person person) {
    return person.isOneOf(List.of(Roles.REGISTRAR))
        ? of(proposals::waiting).map(RegistryMatters::proposals)
        : nothing();
  }

  private Uni<Matters> left(Person person, LocalDate today) {
    return person.isOneOf(List.of(Roles.REGISTRAR))
        ? intakes.left(person.account()).map(new RegistryMatters(today)::drafts)
        : nothing();
  }

  private static Uni<Matters> nothing() {
    return Uni.createFrom().item(Matters.NONE);
  }

  private static <T> Uni<T> of(Supplier<CompletionStage<T>> question) {
    return Uni.createFrom().completionStage(question);
  }
}
