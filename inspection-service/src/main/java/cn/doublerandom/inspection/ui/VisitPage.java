package cn.doublerandom.inspection.ui;

import cn.doublerandom.inspection.InspectionRejection;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.application.PhoneSteps;
import cn.doublerandom.inspection.application.Preparations;
import cn.doublerandom.inspection.application.VisitParticulars;
import cn.doublerandom.inspection.application.VisitStory;
import cn.doublerandom.inspection.application.Visits;
import cn.doublerandom.inspection.evidence.Evidence;
import cn.doublerandom.inspection.preparation.Notice;
import cn.doublerandom.inspection.preparation.Recusal;
import cn.doublerandom.inspection.register.Question;
import cn.doublerandom.inspection.visit.Answer;
import cn.doublerandom.inspection.visit.Assignment;
import cn.doublerandom.inspection.visit.Violation;
import cn.doublerandom.inspection.visit.Visit;
import cn.doublerandom.inspection.visit.VisitSummary;
import cn.doublerandom.pagekit.Choice;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.servicekit.page.PublicAddress;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.ui.Desk;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the page of a visit: on the phone for its team, at the desk for everybody else. */
@RequestScoped
class VisitPage {
  private final Template phone;
  private final Template atDesk;
  private final Template item;
  private final Desk desk;
  private final VisitParticulars particulars;
  private final VisitStory story;
  private final Preparations preparations;
  private final VisitReader reader;
  private final PublicAddress published;
  private final EvidenceLines lines;
  private final ExpertLines experts;
  private final PhoneSteps steps;

  @Inject
  VisitPage(
      @Location("inspection/visit.html") Template phone,
      @Location("inspection/visit-desk.html") Template atDesk,
      @Location("inspection/item.html") Template item,
      Desk desk,
      VisitParticulars particulars,
      VisitStory story,
      Preparations preparations,
      VisitReader reader,
      PublicAddress published,
      EvidenceLines lines,
      ExpertLines experts,
      PhoneSteps steps) {
    this.steps = steps;
    this.experts = experts;
    this.lines = lines;
    this.published = published;
    this.phone = phone;
    this.atDesk = atDesk;
    this.item = item;
    this.desk = desk;
    this.particulars = particulars;
    this.story = story;
    this.preparations = preparations;
    this.reader = reader;
  }

  /**
   * The page.
   *
   * @param step whose form was refused; empty where none was
   */
  Uni<TemplateInstance> of(String visitId, String step, FilledForm form) {
    return shown(visitId)
        .flatMap(shown ->
            preparations
                .of(visitId)
                .flatMap(before ->
                    experts
                        .of(shown.visit())
                        .flatMap(beside ->
                            steps
                                .of(visitId, reader.reader())
                                .map(ShownPhones::of)
                                .onFailure(ProblemException.class)
                                .recoverWithItem(ShownPhones.NONE)
                                .map(told -> new Both(shown, before, beside, told)))))
        .flatMap(both ->
            both.visit().acts()
                ? Uni.createFrom().item(phone(both, step, form))
                : story
                    .of(visitId)
                    .flatMap(happened ->
                        lines
                            .of(visitId)
                            .map(pieces ->
                                atDesk(both, step, form, happened).data("pieces", pieces))));
  }

  /** Passes where who asks may read the visit. */
  Uni<ShownVisit> readable(String visitId) {
    return shown(visitId);
  }

  /** How far it is prepared. */
  Uni<ShownPreparation> before(ShownVisit shown) {
    return preparations.of(shown.id()).map(done -> before(shown, done));
  }

  private ShownPreparation before(ShownVisit shown, Preparations.Prepared done) {
    return new ShownPreparation(shown, done, reader.approves(), reader.decides());
  }

  private record Both(
      ShownVisit visit, Preparations.Prepared before, ShownExperts beside, ShownPhones phones) {}

  private Uni<ShownVisit> shown(String visitId) {
    Officer officer = reader.reader();
    return particulars
        .one(visitId, officer)
        .map(known ->
            new ShownVisit(
                known,
                officer.account(),
                reader.goes() && officer.isOnTeam(known.visit().inspectors())));
  }

  private TemplateInstance phone(Both both, String step, FilledForm form) {
    String code = both.before().done().code();
    return with(phone, both, step, form)
        .data("today", reader.today())
        .data("qr", code == null ? null : QrPicture.ofDoor(published, code, both.visit().id()));
  }

  private TemplateInstance atDesk(
      Both both, String step, FilledForm form, List<VisitStory.Happened> happened) {
    return with(atDesk, both, step, form)
        .data("agreesEnd", reader.agreesEnd(both.visit().visit()))
        .data("handsOver", reader.handsOver(both.visit().visit().finishedOn()))
        .data("entries", VisitTimeline.of(happened, desk));
  }

  private TemplateInstance with(Template template, Both both, String step, FilledForm form) {
    PreparationWords words = desk.words(PreparationWords.class);
    return template
        .data("shown", both.visit())
        .data("closing", closing(both.visit().visit()))
        .data("said", desk.words(SigningWords.class))
        .data("words", codes())
        .data("arranged", reader.arrangementOf(both.visit().visit()))
        .data("beside", both.beside())
        .data("phones", both.phones())
        .data("before", before(both.visit(), both.before()))
        .data(
            "ways",
            Arrays.stream(Notice.Way.values())
                .map(way -> new Choice(way.name(), words.wayOf(way)))
                .toList())
        .data(
            "answers",
            List.of(
                new Choice(Recusal.Outcome.RECUSED.name(), words.agree()),
                new Choice(Recusal.Outcome.STAYS.name(), words.refuse())))
        .data(
            "forms",
            new StepForms(
                desk.forms(), step, form, both.visit().known().version(), both.before().version()));
  }

  /** One item to be answered, with its guidance and evidence; only its team answers it. */
  Uni<TemplateInstance> item(String visitId, String code, FilledForm form) {
    return item(visitId, code, "", form);
  }

  /**
   * The same.
   *
   * @param step whose form was refused: the hash of a piece; empty where it is the one of the item
   */
  Uni<TemplateInstance> item(String visitId, String code, String step, FilledForm refused) {
    FilledForm form = step.isEmpty() ? refused : desk.forms().blank();
    return shown(visitId)
        .flatMap(shown ->
            lines
                .of(visitId)
                .map(kept -> new ItemEvidence(kept, code, step, refused))
                .map(taken -> item(shown, code, form, taken)));
  }

  private TemplateInstance item(
      ShownVisit shown, String code, FilledForm form, ItemEvidence taken) {
    if (!shown.acts()) {
      throw new ProblemException(InspectionRejection.NOT_ON_TEAM);
    }
    ShownVisit.ShownItem one =
        shown
            .item(code)
            .orElseThrow(() -> new ProblemException(InspectionRejection.ITEM_NOT_IN_TASK));
    String version = Long.toString(shown.known().version());
    return answering(item, shown)
        .data("taken", taken.over(version, desk.forms()))
        .data("item", one)
        .data("most", Evidence.MOST_BYTES)
        .data("before", shown.beside(one, -1))
        .data("after", shown.beside(one, 1))
        .data("form", said(form, one).over(version, Map.of()));
  }

  /** What every page needs on which items are answered. */
  TemplateInstance answering(Template template, ShownVisit shown) {
    CheckWords words = desk.words(CheckWords.class);
    return template
        .data("said", words)
        .data("shown", shown)
        .data("words", codes())
        .data("codes", choices())
        .data(
            "severities",
            Arrays.stream(Violation.Severity.values())
                .map(value -> new Choice(value.name(), words.severityOf(value)))
                .toList())
        .data(
            "measures",
            Arrays.stream(Violation.Measure.values())
                .map(value -> new Choice(value.name(), words.measureOf(value)))
                .toList());
  }

  /** The questions of an item that are answered; none where the visit keeps no checklist of it. */
  Uni<List<Question>> asked(String visitId, String code) {
    return shown(visitId)
        .map(shown ->
            shown.item(code).stream()
                .flatMap(item -> item.questions().stream())
                .map(ShownQuestion::question)
                .toList());
  }

  /** What this team has said before is shown; nothing is said for it. */
  private static FilledForm said(FilledForm form, ShownVisit.ShownItem item) {
    Answer answer = item.answer();
    if (answer == null || !form.values().isEmpty()) {
      return form;
    }
    Map<String, List<String>> values = new HashMap<>(TypedReplies.fields(answer, item.questions()));
    values.put("codes", answer.codes());
    values.put("note", List.of(answer.note()));
    return new FilledForm(
        form.key(), form.version(), values, form.faults(), form.theirs(), form.conflict());
  }

  /** Where one goes on after an item: to the next that is not answered, or back to the visit. */
  String after(Visit visit, String visitId, String item) {
    VisitSummary now = Visits.summary(visit);
    Set<String> answered = new TreeSet<>();
    now.answers().forEach(answer -> answered.add(answer.itemCode()));
    List<String> codes = now.items().stream().map(Assignment.Item::code).toList();
    int at = Math.max(0, codes.indexOf(item));
    return Stream.concat(codes.stream().skip(at), codes.stream().limit(at))
        .filter(code -> !answered.contains(code))
        .findFirst()
        .filter(code -> now.state().equals("IN_PROGRESS"))
        .map(code -> InspectionPlaces.item(visitId, code))
        .orElseGet(() -> InspectionPlaces.visit(visitId));
  }

  private List<Choice> choices() {
    return ResultChoices.of(desk.words(VisitWords.class), reader.resultsUnder());
  }

  ShownClosing closing(VisitSummary visit) {
    return new ShownClosing(
        visit,
        reader.officer(),
        reader.reviews(),
        reader.reviews() || reader.coordinates(),
        reader.seesEvidence().seesEvidence(visit.inspectors(), visit.ofUnits()));
  }

  Map<String, String> codes() {
    return choices().stream().collect(Collectors.toMap(Choice::value, Choice::label));
  }
}
