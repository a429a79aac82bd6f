package cn.doublerandom.publication.ui;

import cn.doublerandom.bureau.result.ResultCode;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.pagekit.Choice;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.publication.PublicationStreams;
import cn.doublerandom.publication.application.Imprints;
import cn.doublerandom.publication.application.PublishingDesk;
import cn.doublerandom.publication.application.ResultStory;
import cn.doublerandom.publication.application.ShownResult;
import cn.doublerandom.publication.result.AskedChange;
import cn.doublerandom.publication.result.Publication;
import cn.doublerandom.publication.result.ResultContent;
import cn.doublerandom.publication.result.ResultEvent;
import cn.doublerandom.servicekit.identity.Practice;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Form;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The page of one result, with whatever may be done with it. */
@RequestScoped
class NoticePage {
  private final Template page;
  private final Desk desk;
  private final PublishingDesk results;
  private final ResultStory story;
  private final SecurityIdentity identity;
  private final Requests requests;
  private final ObjectionPart objections;
  private final DisciplinePart disciplines;
  private final RepairPart repairs;
  private final Imprints imprints;
  private final Practice practice;

  @Inject
  NoticePage(
      @Location("publication/notice.html") Template page,
      Desk desk,
      PublishingDesk results,
      ResultStory story,
      SecurityIdentity identity,
      Requests requests,
      ObjectionPart objections,
      DisciplinePart disciplines,
      RepairPart repairs,
      Imprints imprints,
      Practice practice) {
    this.page = page;
    this.desk = desk;
    this.results = results;
    this.story = story;
    this.identity = identity;
    this.requests = requests;
    this.objections = objections;
    this.disciplines = disciplines;
    this.repairs = repairs;
    this.imprints = imprints;
    this.practice = practice;
  }

  /** What a form of the page does. */
  enum Act {
    PUBLISH,
    CORRECT,
    WITHDRAW,
    APPROVE,
    DECLINE,
    /** What one asked for oneself is taken back. */
    TAKEBACK,
    /** 异议码. */
    CODE,
    /** An objection is rejected. */
    REJECT,
    /** An objection is right: the result is to be corrected. */
    UPHOLD,
    /** An objection is right: the publication is to be withdrawn. */
    REVOKE,
    /** 联合惩戒 is proposed. */
    PROPOSE,
    /** … and agreed to. */
    ENDORSE,
    /** … or not. */
    OPPOSE,
    /** … or taken back by who proposed it. */
    RETRACT,
    /** A receiver gets its link. */
    JOIN,
    /** 信用修复 is to be granted. */
    REPAIR,
    /** … or not. */
    UNREPAIR
  }

  /** As nobody has filled anything yet. */
  Uni<TemplateInstance> of(String id) {
    return of(id, Act.PUBLISH, desk.forms().blank());
  }

  /**
   * Does what a form of the page asks for, and shows the result as it is then.
   *
   * @param done word by which the page says what was done
   */
  Uni<RestResponse<String>> act(
      String id,
      byte[] body,
      Function<Form, Uni<Handled<ResultEvent, Publication>>> command,
      String done,
      Act act) {
    return desk.act(
        body,
        command,
        now ->
            Desk.seen(PublicationPlaces.notice(id), PublicationStreams.RESULT.of(id), now.version())
                .with("done", done),
        form -> of(id, act, form));
  }

  /** With what was typed into one of its forms. */
  Uni<TemplateInstance> of(String id, Act act, FilledForm form) {
    LocalDate today = BusinessClock.day(requests.now());
    return results
        .one(id, requests.person(), today)
        .flatMap(shown ->
            story
                .of(id)
                .map(happened -> page(shown, happened, act, form))
                .flatMap(made -> objections.onto(made, shown))
                .flatMap(made -> disciplines.onto(made, shown))
                .flatMap(made -> repairs.onto(made, shown)));
  }

  private TemplateInstance page(
      ShownResult shown, List<ResultStory.Happened> happened, Act act, FilledForm form) {
    boolean publisher = identity.hasRole(Roles.PUBLISHER);
    boolean withdrawn =
        shown.notice() != null
            && shown.notice().published() != null
            && shown.notice().published().withdrawn() != null;
    boolean ended = shown.notice() != null && shown.notice().ended().isPresent();
    TemplateInstance made =
        page.data("shown", shown)
            .data("line", shown.planned() == null ? null : DrawLine.of(shown.planned()))
            .data("imprint", imprints.ofShown(shown))
            .data("publisher", publisher)
            .data("practice", practice.isNow())
            .data("mayPublish", publisher && shown.why() == null)
            .data("withdrawn", withdrawn)
            .data(
                "mayAsk",
                publisher
                    && shown.isPublic()
                    && !withdrawn
                    && !ended
                    && shown.asked() == null
                    && shown.content().isOf(requests.unit()))
            .data("asked", shown.asked())
            .data("wouldBe", wouldBe(shown.asked(), shown.content().findings()))
            .data("unsigned", unsigned(shown.content()))
            .data("toReject", shown.asked() instanceof AskedChange.Rejection)
            .data("toRepair", shown.asked() instanceof AskedChange.Repair)
            .data("mayDecide", identity.hasRole(Roles.COORDINATOR) && shown.whyNotDecide() == null)
            .data("mayTakeBack", mayTakeBack(shown.asked()))
            .data("decider", identity.hasRole(Roles.COORDINATOR))
            .data("done", NowDone.of(happened, desk))
            .data(
                "items",
                shown.content().findings().stream()
                    .map(f -> new Choice(f.itemCode(), f.itemName()))
                    .toList())
            .data(
                "codes",
                Arrays.stream(ResultCode.values())
                    .map(c -> new Choice(c.code(), ResultCode.text(List.of(c.code()))))
                    .toList())
            .data(
                "entries",
                ResultTimeline.of(
                    happened,
                    words(),
                    desk.words(RepairWords.class),
                    desk.words(DisciplineWords.class),
                    desk.words(TakingBackWords.class)));
    for (Act one : Act.values()) {
      FilledForm its = one == act ? form : desk.forms().blank();
      made.data(
          one.name().toLowerCase(Locale.ROOT), its.over(Long.toString(shown.version()), Map.of()));
    }
    return made;
  }

  private boolean mayTakeBack(@Nullable AskedChange asked) {
    return asked != null
        && SecondPerson.isSame(asked.by(), requests.actor())
        && (identity.hasRole(Roles.PUBLISHER) || identity.hasRole(Roles.COORDINATOR));
  }

  /**
   * What a correction would change, as who decides reads it.
   *
   * @param item by its name
   * @param was what is public of it now
   * @param is what it would be
   * @param together the whole result as it would be
   */
  public record WouldBe(String item, String was, String is, String together) {
    static WouldBe of(AskedChange.Correction asked, List<ResultContent.Finding> now) {
      return new WouldBe(
          of(asked.itemCode(), now).map(ResultContent.Finding::itemName).orElse(asked.itemCode()),
          text(asked.itemCode(), now),
          text(asked.itemCode(), asked.findings()),
          ResultCode.text(asked.codes()));
    }

    private static Optional<ResultContent.Finding> of(
        String item, List<ResultContent.Finding> among) {
      return among.stream().filter(one -> one.itemCode().equals(item)).findFirst();
    }

    private static String text(String item, List<ResultContent.Finding> among) {
      return of(item, among).map(one -> ResultCode.text(one.codes())).orElse("");
    }
  }

  private static @Nullable WouldBe wouldBe(
      @Nullable AskedChange asked, List<ResultContent.Finding> now) {
    return asked instanceof AskedChange.Correction correction ? WouldBe.of(correction, now) : null;
  }

  /** Whose signature the record of the visit lacks; empty where nobody's does. */
  private String unsigned(ResultContent content) {
    CheckedWords said = desk.words(CheckedWords.class);
    List<String> missing = content.missingSignatures();
    return missing == null
        ? ""
        : String.join(
            "、",
            missing.stream().map(one -> one.equals("SUBJECT") ? said.subject() : one).toList());
  }

  private PublicationWords words() {
    return desk.words(PublicationWords.class);
  }
}
