package cn.doublerandom.draw.drawing.ui;

import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.deposit.SupervisorKeyEvent.SupervisorKeyRegistered;
import cn.doublerandom.draw.drawing.Preparation;
import cn.doublerandom.draw.drawing.Releases;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.drawing.WitnessKind;
import cn.doublerandom.draw.drawing.application.Deposits;
import cn.doublerandom.draw.drawing.application.DrawDesk;
import cn.doublerandom.draw.drawing.application.DrawStory;
import cn.doublerandom.draw.drawing.application.PlannedNumbers;
import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.pagekit.Choice;
import cn.doublerandom.pagekit.KitWords;
import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.pagekit.Rows;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.ui.Desk;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The page of a draw: what is plain of it, what is missing, and the next thing its reader can do.
 */
@RequestScoped
public class DrawPage {
  /** Rows of the list on one page. */
  private static final int LIMIT = 200;

  /** Below this the form to name one stands open. */
  private static final int FEWEST_WITNESSES = 2;

  @Inject
  @Location("draw/draw.html")
  Template page;

  @Inject Desk desk;
  @Inject DrawDesk draws;
  @Inject DrawStory story;
  @Inject LongWork work;
  @Inject Deposits deposits;
  @Inject PlannedNumbers numbers;
  @Inject SecurityIdentity identity;
  @Inject Requests requests;

  /** Where what was just done to a draw is to be seen. */
  static PageAddress seen(String drawId, long version) {
    return Desk.seen(DrawPlaces.draw(drawId), DrawStreams.taskOfDraw(drawId), version);
  }

  /** The page, with the form that was sent and refused, if one was. */
  Uni<TemplateInstance> of(String drawId, PageForms.Sent sent) {
    return Uni.combine()
        .all()
        .unis(
            draws.of(drawId, requests.actor(), requests.now()),
            story.of(drawId),
            work.remark(
                requests.actor(),
                desk.here().value("job"),
                desk.words(TermsPageWords.class).waits(),
                desk.readsEnglish()),
            deposits.newest(),
            numbers.of(task(drawId)))
        .usingConcurrencyOf(1)
        .with((seen, happened, remark, key, planned) ->
            made(seen, happened, key, sent)
                .data("remark", remark)
                .data("planned", planned.orElse(null)));
  }

  private TemplateInstance made(
      DrawDesk.Seen seen,
      List<DrawStory.Happened> happened,
      Optional<SupervisorKeyRegistered> key,
      PageForms.Sent sent) {
    DrawingWords words = desk.words(DrawingWords.class);
    StepWords steps = desk.words(StepWords.class);
    DrawPhase phase = DrawPhase.of(seen);
    PageForms forms = PageForms.of(sent, desk.forms(), seen.version());
    MayDo may = MayDo.of(seen, identity, requests.now(), requests.realTime());
    Optional<Preparation> known =
        phase == DrawPhase.VOIDED ? Optional.empty() : DrawSteps.preparation(seen.draws());
    return page.data("drawId", seen.drawId())
        .data("task", task(seen.drawId()))
        .data("round", DrawStreams.round(seen.drawId()).orElse(1))
        .data("phase", phase)
        .data("overdue", seen.listed().map(one -> DrawSteps.moment(one.overdueSince())).orElse(""))
        .data("steps", DrawSteps.steps(seen, phase, steps))
        .data(
            "needs",
            DrawSteps.needs(
                seen,
                key.isPresent(),
                seen.revealFrom().filter(requests.realTime()::isBefore).map(requests::asShown),
                steps,
                desk.words(KeeperWords.class),
                desk.words(ReleaseWords.class)))
        .data("may", may)
        .data("told", told(may))
        .data("forms", forms)
        .data("kinds", kinds(words))
        .data("unfolded", unfolded(sent, may, known))
        .data("lotteries", seen.lotteries().stream().map(name -> new Choice(name, name)).toList())
        .data("groups", groups(seen.draws()))
        .data("key", key.orElse(null))
        .data("account", requests.account())
        .data("deposit", known.flatMap(Preparation::deposit).orElse(null))
        .data("witnesses", known.map(k -> witnesses(seen, k, requests.actor())).orElse(List.of()))
        .data("facts", facts(seen, phase, words))
        .data("entries", DrawTimeline.of(happened, desk.words(StoryLineWords.class), words));
  }

  private static String task(String drawId) {
    String task = DrawStreams.TASK.id(DrawStreams.taskOfDraw(drawId));
    return task.substring(task.indexOf('-') + 1);
  }

  private Map<String, String> told(MayDo may) {
    boolean english = desk.readsEnglish();
    return Map.of(
        "agree", may.agreeWhy().map(r -> english ? r.english() : r.text()).orElse(""),
        "commit", may.commitWhy().map(r -> english ? r.english() : r.text()).orElse(""),
        "open", may.openWhy().map(r -> english ? r.english() : r.text()).orElse(""));
  }

  static List<Choice> kinds(DrawingWords words) {
    return Arrays.stream(WitnessKind.values())
        .map(kind -> new Choice(kind.name(), words.kindOf(kind)))
        .toList();
  }

  /** Which forms stand open: the one that was refused, and the next one there is to fill. */
  private static Map<String, Boolean> unfolded(
      PageForms.Sent sent, MayDo may, Optional<Preparation> known) {
    boolean commit = sent.form().equals("commit");
    return Map.of(
        "name",
        sent.form().equals("name")
            || known.filter(k -> k.witnesses().size() < FEWEST_WITNESSES).isPresent(),
        "commit",
        commit || may.commitWhy().isEmpty(),
        "source",
        commit
            && !(sent.filled().value("lottery.source") + sent.filled().value("drand.round"))
                .isEmpty());
  }

  /**
   * The numbers of a group of the committed lottery.
   *
   * @param field in which they are typed
   */
  record GroupField(int number, String field, int count, int min, int max) {}

  private static List<GroupField> groups(TaskDraws draws) {
    List<GroupField> fields = new ArrayList<>();
    if (draws instanceof TaskDraws.Committed committed
        && committed.commit().entropy() instanceof Entropy.LotteryPromise lottery) {
      for (Entropy.Group group : lottery.groups()) {
        int number = fields.size() + 1;
        fields.add(
            new GroupField(number, "group" + number, group.count(), group.min(), group.max()));
      }
    }
    return fields;
  }

  /**
   * A witness as the office sees him.
   *
   * @param anchor of the form in his row
   * @param account empty where he comes by code
   * @param release that was asked for; null where none was
   * @param mine whether the reader asked for it
   */
  record WitnessRow(
      String anchor,
      String name,
      WitnessKind kind,
      String account,
      boolean promised,
      boolean revealed,
      Releases.@Nullable Asked release,
      boolean mine) {}

  private static List<WitnessRow> witnesses(DrawDesk.Seen seen, Preparation known, String reader) {
    Set<String> revealed =
        seen.draws() instanceof TaskDraws.Committed committed
            ? DrawSteps.revealed(committed)
            : Set.of();
    return known.witnesses().stream()
        .map(w ->
            new WitnessRow(
                "w" + known.witnesses().indexOf(w),
                w.name(),
                w.kind(),
                w.access() instanceof Preparation.Access.Account(var account) ? account : "",
                w.promised().isPresent(),
                revealed.contains(w.name()),
                known.releases().of(w.name()).orElse(null),
                known
                    .releases()
                    .of(w.name())
                    .filter(one -> SecondPerson.isSame(one.by(), reader))
                    .isPresent()))
        .toList();
  }

  /** What is public of it, in the reader's language. */
  private DrawFacts facts(DrawDesk.Seen seen, DrawPhase phase, DrawingWords words) {
    String comma = desk.words(KitWords.class).comma();
    return DrawFacts.of(
        seen, phase, words, comma, desk.readsEnglish(), rows -> part(rows, desk.query().from()));
  }

  private static Rows<DrawnRows.Row> part(List<DrawnRows.Row> all, int from) {
    int begin = Math.min(Math.max(1, from), Math.max(1, all.size())) - 1;
    int end = Math.min(all.size(), begin + LIMIT);
    return new Rows<>(
        all.subList(begin, end), begin + 1, all.size(), end < all.size() ? "more" : null);
  }
}
