package cn.doublerandom.inspection.application;

import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.assessment.AssessmentSummary;
import cn.doublerandom.inspection.bulletin.BulletinSummary;
import cn.doublerandom.inspection.hearing.Hearing;
import cn.doublerandom.inspection.hearing.HearingDirectory;
import cn.doublerandom.inspection.hearing.HearingSummary;
import cn.doublerandom.inspection.ticket.TicketSummary;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.waiting.DayWords;
import cn.doublerandom.servicekit.waiting.Matter;
import cn.doublerandom.servicekit.waiting.MatterPlace;
import cn.doublerandom.servicekit.waiting.Matters;
import cn.doublerandom.servicekit.waiting.Person;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/** 待办: hearings that wait for a unit, or for a supervisor who did not begin them. */
@ApplicationScoped
class WaitingHearings {
  private static final Kind TICKET =
      new Kind(
          "ticket",
          new MatterPlace("/inspection/ui/supervision/tickets/{id}"),
          new Words("答复督导单", "办结“%s”的督导单", "“%s”的督导单%s到期未答复"),
          new Words(
              "Answer the ticket of supervision",
              "Close the ticket of supervision of “%s”",
              "The ticket of supervision of “%s” was to be answered by %s"));
  private static final Kind ASSESSMENT =
      new Kind(
          "assessment",
          new MatterPlace("/inspection/ui/supervision/assessments/{id}"),
          new Words("就年度考核陈述", "办结“%s”的年度考核", "“%s”的年度考核%s到期未陈述"),
          new Words(
              "Answer the yearly assessment",
              "Conclude the yearly assessment of “%s”",
              "The yearly assessment of “%s” was to be answered by %s"));

  private static final Kind BULLETIN =
      new Kind(
          "bulletin",
          new MatterPlace("/inspection/ui/supervision/bulletins/{id}"),
          new Words("就通报陈述", "办结写到“%s”的通报", "写到“%s”的通报%s到期，还有单位未陈述"),
          new Words(
              "Answer the bulletin",
              "Conclude the bulletin that names “%s”",
              "The bulletin that names “%s” was to be answered by %s"));

  private final HearingDirectory<TicketSummary> tickets;
  private final HearingDirectory<AssessmentSummary> assessments;
  private final HearingDirectory<BulletinSummary> bulletins;

  @Inject
  WaitingHearings(
      HearingDirectory<TicketSummary> tickets,
      HearingDirectory<AssessmentSummary> assessments,
      HearingDirectory<BulletinSummary> bulletins) {
    this.bulletins = bulletins;
    this.tickets = tickets;
    this.assessments = assessments;
  }

  /** A kind of hearing, as what waits is called. */
  private record Kind(String name, MatterPlace place, Words chinese, Words english) {}

  /** What a unit is to do, what a supervisor is to do, and that its day is over. */
  private record Words(String answer, String conclude, String late) {}

  Uni<Matters> of(Person person, LocalDate today) {
    return Uni.join()
        .all(
            waiting(tickets, TICKET, person, today),
            waiting(assessments, ASSESSMENT, person, today),
            waiting(bulletins, BULLETIN, person, today))
        .usingConcurrencyOf(1)
        .andFailFast()
        .map(Matters::together);
  }

  private static <S extends HearingSummary> Uni<Matters> waiting(
      HearingDirectory<S> directory, Kind kind, Person person, LocalDate today) {
    boolean supervises = person.isOneOf(List.of(Roles.SUPERVISOR));
    boolean leads =
        person.isOneOf(List.of(Roles.UNIT_LEAD)) && !SecondPerson.isNobody(person.unit());
    if (!supervises && !leads) {
      return Uni.createFrom().item(Matters.NONE);
    }
    return WholeLists.of(
            directory::open,
            HearingSummary::id,
            one ->
                (leads && isToAnswer(one, person))
                    || (supervises && isToConclude(one, person, today)))
        .map(open -> Matters.all(open.stream().map(one -> matter(kind, one, today)).toList()));
  }

  private static boolean isToAnswer(HearingSummary one, Person person) {
    return Hearing.own(one.unheard(), person.unit()).isPresent();
  }

  /** All were heard, or its day is over: for another than who began it, and of no unit heard. */
  private static boolean isToConclude(HearingSummary one, Person person, LocalDate today) {
    return (one.unheard().isEmpty() || today.isAfter(one.answerBy()))
        && !SecondPerson.isSame(one.begunBy(), person.account())
        && Hearing.own(one.units(), person.unit()).isEmpty();
  }

  private static Matter matter(Kind kind, HearingSummary one, LocalDate today) {
    String chinese = DayWords.chinese(one.answerBy(), today);
    String english = DayWords.english(one.answerBy(), today);
    String units = String.join("、", one.units());
    if (one.unheard().isEmpty()) {
      return matter(
          kind,
          "-closing",
          kind.chinese().conclude().formatted(units),
          kind.english().conclude().formatted(units),
          one);
    }
    return today.isAfter(one.answerBy())
        ? matter(
            kind,
            "-late",
            kind.chinese().late().formatted(units, chinese),
            kind.english().late().formatted(units, english),
            one)
        : matter(
            kind,
            "-answer",
            "%s（%s前）".formatted(kind.chinese().answer(), chinese),
            "%s (by %s)".formatted(kind.english().answer(), english),
            one);
  }

  private static Matter matter(
      Kind kind, String step, String chinese, String english, HearingSummary one) {
    return new Matter(
        kind.name() + step, chinese, english, null, one.answerBy(), kind.place().of(one.id()));
  }
}
