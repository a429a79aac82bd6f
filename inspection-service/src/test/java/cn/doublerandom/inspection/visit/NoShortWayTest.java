package cn.doublerandom.inspection.visit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.time.DeadlineBasis;
import cn.doublerandom.bureau.time.Due;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.archive.CaseFile;
import cn.doublerandom.inspection.archive.CaseFileCommand;
import cn.doublerandom.inspection.archive.CaseFileDecider;
import cn.doublerandom.inspection.archive.CaseFileEvent;
import cn.doublerandom.inspection.archive.CaseVisit;
import cn.doublerandom.inspection.archive.OwnPapers;
import cn.doublerandom.inspection.archive.Paper;
import cn.doublerandom.inspection.archive.PaperKind;
import cn.doublerandom.inspection.archive.Signature;
import cn.doublerandom.inspection.preparation.PreparationDecider;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is asked of a visit and of its file, by whomever and in whatever order: nothing is
 * archived without its signatures, no result is final without those who have to agree, nobody
 * inspects alone, and no expert beside the team is one of its officers. What happened is counted
 * from the events alone, not from what the rules remember.
 */
class NoShortWayTest {
  private static final LocalDate TODAY = LocalDate.of(2025, 3, 17);
  private static final List<String> OFFICERS = List.of("JC003", "JC004", "JC005");
  private static final List<String> TEAM = OFFICERS.subList(0, 2);
  private static final Assignment ASSIGNMENT =
      new Assignment(
          "d-1-S",
          "d-1",
          "2025001",
          "001",
          "S",
          TEAM,
          List.of(new Assignment.Item("I-1", "经营行为")),
          LocalDate.of(2025, 3, 1),
          LocalDate.of(2025, 11, 30),
          null,
          List.of("大队"));
  private static final Due DUE =
      new Due(LocalDate.of(2025, 4, 14), false, new DeadlineBasis("p", 20, "n"));
  private static final ReviewRule BOTH =
      new ReviewRule(
          List.of(
              new ReviewRule.Asked(
                  new ReviewStep(ReviewStep.By.LEADER, "1号"), List.of(), List.of()),
              new ReviewRule.Asked(
                  new ReviewStep(ReviewStep.By.LEGAL, "118号"), List.of("CASE_FILED"), List.of())));
  private static final Violation FILED =
      new Violation(Violation.Severity.ORDINARY, "《道路运输条例》第六十三条", Violation.Measure.CASE_FILED);
  private static final List<Officer> REVIEWERS =
      Stream.concat(
              OFFICERS.stream().map(one -> new Officer(one, "大队", Officer.Reach.TEAM)),
              Stream.of(
                  new Officer("JC003", "大队", Officer.Reach.BUREAU),
                  new Officer("lead", "大队", Officer.Reach.UNIT),
                  new Officer("legal", "法制安全科", Officer.Reach.BUREAU)))
          .toList();

  /** Some are officers and in the pool, too. */
  private static final List<String> POOL = List.of("JC004", "JC005", "JC005", "ZJ01");

  private static final int STEPS = 120;
  private static final int SEEDS = 125;

  /** What the events say, and nothing else. */
  private static final class Told {
    private final Set<String> arrived = new HashSet<>();
    private final Set<String> signed = new HashSet<>();
    private final Map<ReviewStep.By, String> agreed = new HashMap<>();
    private final Map<String, String> askedFor = new HashMap<>();
    private final Set<String> beside = new HashSet<>();
    private List<String> team = List.of();
    private boolean begun;
    private boolean subject;
    private boolean filing;
    private boolean held;
    private LocalDate day = TODAY;
    private String askedBy = "";
    private int stood;
    private String recordedBy = "";
    private boolean strict;
    private boolean reviewed;
    private boolean gapped;
    private SigningEvent.GapsAsked gaps;
    private String gapsAgreedBy = "";
    private String record = "";
    private String endAskedBy = "";
    private String endAgreedBy = "";
    private int went;

    void hear(VisitEvent event) {
      switch (event) {
        case VisitEvent.VisitAssigned assigned -> team = assigned.assignment().inspectors();
        case VisitEvent.TeamReassigned reassigned -> {
          team = reassigned.inspectors();
          if (!begun) {
            // All of them say anew that they are there.
            arrived.clear();
          }
        }
        case AssistanceEvent expert -> hear(expert);
        case VisitEvent.PresenceConfirmed here -> {
          assertThat(begun && beside.contains(here.by())).as("an expert comes in").isFalse();
          arrived.add(here.by());
        }
        case VisitEvent.InspectionStarted started -> {
          assertThat(arrived).as("who began").hasSizeGreaterThan(1);
          assertThat(started.on()).as("on the day that was agreed").isEqualTo(day);
          assertThat(beside).as("officers").noneMatch(started.present()::contains);
          begun = true;
        }
        case VisitEvent.InspectionFinished finished -> {
          assertThat(beside).as("officers to the end").noneMatch(team::contains);
          assertThat(endAskedBy).as("one asked that it ends").isNotEmpty();
          assertThat(endAgreedBy).as("another agreed").isNotEmpty().isNotEqualTo(endAskedBy);
          strict = finished.signing() != null;
        }
        case EndingEvent end -> hear(end);
        case SigningEvent asked -> hear(asked);
        case VisitEvent.ItemChecked checked -> {
          filing = FILED.equals(checked.answer().violation());
          endAskedBy = "";
        }
        case VisitEvent.SubjectSigned by -> {
          subject = true;
          record = by.signature().recordHash();
        }
        case VisitEvent.OfficerSigned by -> {
          assertThat(beside).as("an expert signs").doesNotContain(by.signature().officer());
          signed.add(by.signature().officer());
          record = by.signature().recordHash();
        }
        case VisitEvent.SignaturesVoided voided -> {
          subject = false;
          signed.clear();
        }
        case VisitEvent.ResultRecorded recorded -> {
          isWhole();
          recordedBy = recorded.by();
          reviewed = recorded.review() != null;
          agreed.clear();
        }
        case VisitEvent.ReviewGiven given -> agreed.put(given.passed().step(), given.passed().by());
        case VisitEvent.ResultReviewed reviewed -> isFinal();
        case VisitEvent.ResultReturned returned -> agreed.clear();
        case VisitEvent.ResultHeld hold -> held = true;
        case VisitEvent.HoldLifted lifted -> held = false;
        case ArrangementEvent.HandoverAsked asked -> {
          assertThat(begun).as("arranged before it begins").isFalse();
          assertThat(team).as("nobody hands over but one of the team").contains(asked.inspector());
        }
        case ArrangementEvent.DayAsked asked -> {
          assertThat(begun).as("arranged before it begins").isFalse();
          askedBy = asked.by();
        }
        case ArrangementEvent.DayAgreed agreed -> {
          assertThat(begun).as("arranged before it begins").isFalse();
          assertThat(agreed.by()).as("two people agree on a day").isNotEqualTo(askedBy);
          assertThat(agreed.day())
              .isBetween(ASSIGNMENT.firstDay(), ASSIGNMENT.lastDay())
              .isAfterOrEqualTo(TODAY);
          day = agreed.day();
        }
        default -> assertThat(event).isNotNull();
      }
    }

    private void hear(AssistanceEvent event) {
      endAskedBy = "";
      switch (event) {
        case AssistanceEvent.ExpertAsked asked ->
            askedFor.put(asked.entrusted().expert(), asked.by());
        case AssistanceEvent.ExpertAgreed agreed -> {
          assertThat(agreed.by()).as("two people").isNotEqualTo(askedFor.get(agreed.expert()));
          assertThat(team).as("nobody is both").doesNotContain(agreed.expert());
          beside.add(agreed.expert());
          stood++;
        }
        case AssistanceEvent.ExpertDeclined declined -> askedFor.remove(declined.expert());
        case AssistanceEvent.ExpertTakenBack back -> beside.remove(back.expert());
        case AssistanceEvent.ExpertRecused recused -> beside.remove(recused.expert());
        case AssistanceEvent.OpinionNoted noted ->
            assertThat(beside).as("who says it").contains(noted.expert());
      }
    }

    private void hear(EndingEvent event) {
      switch (event) {
        case EndingEvent.EndAsked asked -> {
          assertThat(team).as("who asks that it ends").contains(asked.by());
          endAskedBy = asked.by();
          endAgreedBy = "";
        }
        case EndingEvent.EndAgreed agreed -> {
          assertThat(team.contains(agreed.by()) || agreed.reason() != null)
              .as("one of the team agrees, or who says why not")
              .isTrue();
          endAgreedBy = agreed.by();
        }
      }
    }

    private void hear(SigningEvent event) {
      switch (event) {
        case SigningEvent.GapsAsked asked -> {
          assertThat(team).as("who asks").contains(asked.by());
          assertThat(signed).as("who asks has signed").contains(asked.by());
          gaps = asked;
          gapsAgreedBy = "";
        }
        case SigningEvent.GapsAgreed agreed -> gapsAgreedBy = agreed.by();
        case SigningEvent.GapsDeclined declined -> gaps = null;
        case SigningEvent.ConclusionsDisputed disputed -> {
          gaps = null;
          endAskedBy = "";
        }
      }
    }

    /**
     * Everybody signed; or a pack allows that some do not, each with a reason, and two people say
     * so of whom one has signed.
     */
    private void isWhole() {
      Set<String> missing = new HashSet<>(team);
      missing.removeAll(signed);
      if (!subject) {
        missing.add("SUBJECT");
      }
      assertThat(team).as("two officers").hasSizeGreaterThan(1);
      gapped = !missing.isEmpty();
      if (gapped) {
        went++;
        assertThat(strict).as("a pack asks for all signatures").isFalse();
        assertThat(gaps).as("somebody asked to go without").isNotNull();
        assertThat(gaps.recordHash()).as("of the record that is signed").isEqualTo(record);
        assertThat(gaps.gaps()).extracting(SignatureGap::of).containsAll(missing);
        assertThat(gaps.gaps()).noneMatch(gap -> gap.reason().isBlank());
        assertThat(gapsAgreedBy).as("another agreed").isNotEmpty().isNotEqualTo(gaps.by());
        assertThat(missing).as("who agreed").doesNotContain(gapsAgreedBy);
      }
    }

    private void isFinal() {
      assertThat(held).as("held back").isFalse();
      assertThat(agreed).containsKey(ReviewStep.By.LEADER);
      assertThat(agreed.values()).doesNotContain(recordedBy).doesNotHaveDuplicates();
      if (filing) {
        assertThat(agreed).containsKey(ReviewStep.By.LEGAL);
        assertThat(arrived).doesNotContain(agreed.get(ReviewStep.By.LEGAL));
      }
    }
  }

  private final VisitDecider visits = new VisitDecider();
  private final CaseFileDecider files = new CaseFileDecider();
  private int archived;

  private static <T> T any(Random random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private static List<String> anyTeam(Random random) {
    List<String> team = new ArrayList<>();
    for (int left = 1 + random.nextInt(3); left > 0; left--) {
      team.add(any(random, OFFICERS));
    }
    return team;
  }

  private static List<String> team(Visit visit) {
    return visit.task().map(Assignment::inspectors).orElse(TEAM);
  }

  private static VisitCommand.CheckItem check(String by, boolean filed) {
    Answer answer =
        filed
            ? new Answer("I-1", List.of("A", "D"), "未经许可从事客运", null, FILED)
            : new Answer("I-1", List.of("1"), "");
    return new VisitCommand.CheckItem(
        answer, by, new ResultRule(List.of(), List.of(), Map.of(), "p"), TODAY);
  }

  /** What comes next where everybody does his work, or anything at all. */
  private static VisitCommand command(Random random, Visit visit) {
    return random.nextInt(100) < 55 ? next(random, visit) : whatever(random, visit);
  }

  private static VisitCommand next(Random random, Visit visit) {
    String who = any(random, team(visit));
    return switch (visit) {
      case Visit.Unassigned none -> new VisitCommand.AssignVisit(ASSIGNMENT, List.of());
      case Visit.Assigned assigned when random.nextInt(3) == 0 -> beside(random, visit);
      case Visit.Assigned assigned -> here(team(visit), who);
      case Visit.InProgress started when random.nextInt(4) == 0 -> beside(random, visit);
      case Visit.InProgress started ->
          random.nextBoolean() ? check(who, random.nextInt(3) == 0) : ends(random, who);
      case Visit.Finished finished ->
          switch (random.nextInt(finished.signing().clause() == null ? 5 : 3)) {
            case 0 -> subject(VisitRecord.hash(finished), who);
            case 1 -> officer(VisitRecord.hash(finished), who, true);
            case 2 -> record(random, who);
            case 3 -> asksGaps(random, finished, who);
            default -> new SigningCommand.AgreeGaps(any(random, REVIEWERS), TODAY);
          };
      case Visit.InReview reviewed ->
          random.nextBoolean()
              ? new VisitCommand.ConfirmResult(any(random, REVIEWERS), TODAY)
              : new VisitCommand.PassLegalReview(any(random, REVIEWERS), "事实清楚，程序合法", TODAY);
      case Visit.Recorded recorded -> whatever(random, visit);
      case Visit.Cancelled cancelled -> new VisitCommand.AssignVisit(ASSIGNMENT, List.of());
    };
  }

  /** By rules that ask for all signatures, and by older ones that do not. */
  private static VisitCommand ends(Random random, String who) {
    return new VisitCommand.FinishInspection(
        who, TODAY, DUE, random.nextInt(2) == 0 ? "54号" : null);
  }

  private static VisitCommand record(Random random, String who) {
    return new VisitCommand.RecordResult(
        who, "大队", TODAY, random.nextInt(4) > 0 ? BOTH : ReviewRule.NONE);
  }

  /** All that is missing now, with a reason each; now and then something else. */
  private static VisitCommand asksGaps(Random random, Visit visit, String who) {
    List<String> missing =
        random.nextInt(8) == 0
            ? anyTeam(random)
            : visit
                .over()
                .map(over -> Signatures.missing(over.signing(), over.assignment()))
                .orElse(List.of("SUBJECT"));
    return new SigningCommand.AskGaps(
        visit.over().map(VisitRecord::hash).orElse("f".repeat(64)),
        missing.stream()
            .map(of -> new SignatureGap(of, random.nextInt(9) == 0 ? "1" : "检查当天突发疾病住院"))
            .toList(),
        officer(who),
        TODAY);
  }

  private static Officer officer(String who) {
    return new Officer(who, "大队", Officer.Reach.TEAM);
  }

  private static VisitCommand whatever(Random random, Visit visit) {
    String who = any(random, OFFICERS);
    Officer reviewer = any(random, REVIEWERS);
    String hash = visit.over().map(VisitRecord::hash).orElse("f".repeat(64));
    String said = random.nextInt(4) == 0 ? "e".repeat(64) : hash;
    return switch (random.nextInt(34)) {
      case 0 -> here(anyTeam(random), who);
      case 1 -> check(who, random.nextBoolean());
      case 2 -> ends(random, who);
      case 3 -> says(who, "无异议" + random.nextInt(3));
      case 4 -> subject(said, who);
      case 5, 6 -> officer(said, who, random.nextInt(4) > 0);
      case 7 -> record(random, who);
      case 8, 9 -> new VisitCommand.ConfirmResult(reviewer, TODAY);
      case 10 -> new VisitCommand.PassLegalReview(reviewer, "事实清楚，程序合法", TODAY);
      case 11 -> new VisitCommand.ReturnResult(reviewer, random.nextBoolean(), "漏记灭火器", TODAY);
      case 12 -> new VisitCommand.HoldResult(reviewer, "涉嫌犯罪，移送期间", TODAY);
      case 13, 14 -> new VisitCommand.LiftHold(reviewer, "司法机关不予立案", TODAY);
      case 15 -> new VisitCommand.RecuseMember(who, "近亲属在该企业任职", TODAY);
      case 16 -> new VisitCommand.KeepMember(who);
      case 17 -> new VisitCommand.ReassignTeam(anyTeam(random), List.of("大队"), "换人");
      case 18 -> new VisitCommand.ReassignTeam(TEAM, List.of("大队"), "换回");
      case 19 -> new VisitCommand.NoteDeadline(TODAY.plusDays(random.nextInt(60)));
      case 20 -> new VisitCommand.MoveDeadline(DUE, TODAY);
      case 21 ->
          new ArrangementCommand.AskDay(
              random.nextInt(3) == 0 ? TODAY.plusDays(random.nextInt(400) - 9) : TODAY,
              random.nextInt(9) > 0,
              "企业当天停电检修",
              reviewer,
              TODAY);
      case 22 -> new ArrangementCommand.AgreeDay(random.nextInt(9) > 0, reviewer, TODAY);
      case 24 -> new ArrangementCommand.AskHandover(who, "调离检查大队", reviewer, TODAY);
      case 25 -> new ArrangementCommand.RefuseHandover(who, "已有一项更换申请待批准", TODAY);
      case 23 -> new ArrangementCommand.DeclineDay("当天另有联合检查", reviewer, TODAY);
      case 26, 27 -> expert(random, reviewer);
      case 28 -> asksGaps(random, visit, who);
      case 29 -> new SigningCommand.AgreeGaps(reviewer, TODAY);
      case 30 ->
          random.nextInt(3) == 0
              ? new SigningCommand.DeclineGaps("已经出院，请他补签", reviewer, TODAY)
              : new SigningCommand.AgreeGaps(reviewer, TODAY);
      case 32 ->
          new VisitCommand.AgreeEnd(
              reviewer, "检查当天突发疾病住院", TODAY, new VisitCommand.End(TODAY, DUE, null));
      case 31 -> new SigningCommand.DisputeConclusions("第一项灭火器过期", officer(who), TODAY);
      default ->
          random.nextInt(20) == 0
              ? new VisitCommand.CancelVisit("抽取作废")
              : new VisitCommand.NoteWindow(TODAY);
    };
  }

  /** One is asked for, or what was asked for is decided on. */
  private static VisitCommand beside(Random random, Visit visit) {
    Officer by = any(random, REVIEWERS);
    return Assisting.beside(visit).all().stream()
        .filter(Assistance::isAsked)
        .map(one -> one.entrusted().expert())
        .findFirst()
        .<VisitCommand>map(asked ->
            new AssistanceCommand.DecideExpert(asked, pool(asked), true, "没有资质", by, TODAY))
        .orElseGet(() -> {
          String expert = any(random, POOL);
          return new AssistanceCommand.AskExpert(expert, pool(expert), "委1号", "查验罐体", by, TODAY);
        });
  }

  private static Optional<KnownExpert> pool(String expert) {
    return Optional.of(
        new KnownExpert(
            expert,
            new Entrusted(expert, "PERSON", null, List.of("罐体"), "交通局", "委1号", TODAY, DUE.on()),
            null,
            null));
  }

  private static VisitCommand expert(Random random, Officer by) {
    String expert = any(random, POOL);
    Optional<KnownExpert> known = pool(expert);
    return switch (random.nextInt(5)) {
      case 0, 1 -> new AssistanceCommand.AskExpert(expert, known, "委1号", "查验罐体", by, TODAY);
      case 2, 3 ->
          new AssistanceCommand.DecideExpert(
              expert, known, random.nextInt(4) > 0, "没有资质", by, TODAY);
      default ->
          random.nextInt(3) > 0
              ? new AssistanceCommand.NoteOpinion(expert, "罐体完好", by, TODAY)
              : new AssistanceCommand.TakeBackExpert(expert, "查验完毕", by, TODAY);
    };
  }

  private static VisitCommand here(List<String> present, String who) {
    return new VisitCommand.StartInspection(present, who, TODAY, 2, "p", Map.of());
  }

  private static VisitCommand says(String who, String words) {
    return new VisitCommand.TakeStatement(new Statement(words, who, TODAY));
  }

  private static VisitCommand subject(String hash, String who) {
    return new VisitCommand.SignForSubject(
        new SubjectSignature(
            SubjectSignature.Way.GLASS, hash, "a".repeat(64), "安全负责人", null, null, who, TODAY));
  }

  private static VisitCommand officer(String hash, String who, boolean read) {
    String digits = (read ? hash : "0".repeat(64)).substring(0, VisitRecord.CHECK_DIGITS);
    return new VisitCommand.SignRecord(
        new OfficerSignature(who, hash, null, null, TODAY), digits, null);
  }

  /** As the archive asks it of a visit that was assigned. */
  private static List<CaseVisit> asked(Visit visit) {
    return VisitSummary.of(visit).stream()
        .map(one ->
            new CaseVisit(
                one.subjectId(),
                one.inspectors(),
                one.ofUnits(),
                one.state().equals("RECORDED"),
                one.overruled(),
                OwnPapers.of(one, new PreparationDecider().initial()),
                List.of(),
                List.of()))
        .toList();
  }

  private static CaseFileCommand filing(Random random, List<CaseVisit> visits) {
    Officer by = any(random, REVIEWERS);
    if (random.nextInt(3) == 0) {
      return new CaseFileCommand.ArchiveCaseFile(visits, by, TODAY, null);
    }
    PaperKind kind = any(random, List.of(PaperKind.values()));
    List<Signature> signatures = new ArrayList<>();
    for (Signature.Role role : kind.signers()) {
      if (random.nextInt(5) > 0) {
        signatures.add(new Signature(role, any(random, List.of(by.account(), "JC003")), null));
      }
    }
    return new CaseFileCommand.FilePaper(
        new Paper(kind, kind.isOfVisit() ? "S" : null, kind.text(), "ab".repeat(32), signatures),
        visits,
        by);
  }

  private CaseFile filed(Random random, CaseFile file, Visit visit, Told told) {
    List<CaseVisit> visits = asked(visit);
    if (visits.isEmpty()
        || !(files.decide(filing(random, visits), file)
            instanceof Decision.Accepted<CaseFileEvent>(var events))) {
      return file;
    }
    CaseFile further = file;
    for (CaseFileEvent event : events) {
      further = files.evolve(further, event);
      if (event instanceof CaseFileEvent.CaseFileArchived) {
        archived++;
        assertThat(visit).isInstanceOf(Visit.Recorded.class);
        told.isWhole();
        if (told.reviewed) {
          assertThat(told.agreed).containsKey(ReviewStep.By.LEADER);
        }
      }
    }
    return further;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void no_sequence_of_commands_archives_unsigned_publishes_unreviewed_or_inspects_alone(
      long block) {
    int ended = 0;
    int stood = 0;
    int went = 0;
    for (long seed = block * SEEDS - SEEDS; seed < block * SEEDS; seed++) {
      Random random = new Random(seed);
      Visit visit = visits.initial();
      CaseFile file = files.initial();
      Told told = new Told();
      for (int step = 0; step < STEPS; step++) {
        if (visits.decide(command(random, visit), visit)
            instanceof Decision.Accepted<VisitEvent>(var events)) {
          for (VisitEvent event : events) {
            told.hear(event);
            visit = visits.evolve(visit, event);
          }
        }
        file = filed(random, file, visit, told);
      }
      ended += visit instanceof Visit.Recorded ? 1 : 0;
      stood += told.stood;
      went += told.went;
    }
    assertThat(went)
        .as("results without a signature two people answer for")
        .isGreaterThan(SEEDS / 50);
    assertThat(stood).as("experts who stood beside a team").isGreaterThan(SEEDS / 10);
    assertThat(ended).as("visits that came to their end").isGreaterThan(SEEDS / 4);
    assertThat(archived).as("files that were archived").isGreaterThan(SEEDS / 10);
  }
}
