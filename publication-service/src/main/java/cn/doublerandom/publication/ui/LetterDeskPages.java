package cn.doublerandom.publication.ui;

import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.pagekit.Choice;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.pagekit.Rows;
import cn.doublerandom.publication.PublicationStreams;
import cn.doublerandom.publication.application.LetterAnswers;
import cn.doublerandom.publication.letter.Letter;
import cn.doublerandom.publication.letter.LetterBoard;
import cn.doublerandom.publication.letter.LetterLine;
import cn.doublerandom.publication.rest.LetterDeskResource.LetterReply;
import cn.doublerandom.publication.rest.LetterDeskResource.ReplyEnd;
import cn.doublerandom.publication.rest.LetterDeskResource.ReplyRefusal;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Forms;
import cn.doublerandom.servicekit.ui.Query;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** 来信的答复 at the desk, as {@code LetterDeskResource} does it. */
@Path("/ui/letters/desk")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class LetterDeskPages {
  private static final int LIMIT = 50;

  /** The forms of the page of a letter. */
  private enum Act {
    REPLY,
    AGREE,
    DECLINE,
    TAKEBACK
  }

  @Inject
  @Location("publication/letters.html")
  Template listPage;

  @Inject
  @Location("publication/letter.html")
  Template onePage;

  @Inject Desk desk;
  @Inject LetterBoard board;
  @Inject LetterAnswers answers;
  @Inject Requests requests;
  @Inject SecurityIdentity identity;

  /**
   * A line of the list.
   *
   * @param late whether the answer should be there
   */
  public record Line(LetterLine letter, boolean late) {}

  @GET
  @RolesAllowed({Roles.COORDINATOR, Roles.APPROVER, Roles.SUPERVISOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> list() {
    Query query = desk.query();
    Optional<LetterLine.Stage> stage = query.word("stage", LetterLine.Stage.class);
    return desk.show(
        query.isRefused()
            ? Uni.createFrom().item(() -> page(query, new Rows<>(List.of(), 1, 0, null)))
            : Uni.createFrom()
                .completionStage(() ->
                    board
                        .found(stage, Page.keyAfter(query.after()), LIMIT + 1)
                        .thenCombine(
                            board.count(stage),
                            (rows, count) -> page(query, rows(query, rows, count)))));
  }

  private Rows<Line> rows(Query query, List<LetterLine> oneMore, long count) {
    LocalDate today = today();
    Page<LetterLine> found = Page.of(oneMore, LIMIT, LetterBoard::place);
    return new Rows<>(
        found.items().stream().map(one -> new Line(one, one.isLate(today))).toList(),
        query.from(),
        count,
        found.next());
  }

  private TemplateInstance page(Query query, Rows<Line> rows) {
    LetterWords words = desk.words(LetterWords.class);
    return listPage
        .data("query", query.form())
        .data("narrowed", query.isNarrowed())
        .data(
            "stages",
            Arrays.stream(LetterLine.Stage.values())
                .map(one -> new Choice(one.name(), words.stageOf(one.name())))
                .toList())
        .data("rows", rows);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.COORDINATOR, Roles.APPROVER, Roles.SUPERVISOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> one(@PathParam("id") @Size(max = 60) String id) {
    return desk.show(page(id, Act.REPLY, desk.forms().blank()));
  }

  @POST
  @Path("/{id}/reply")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> draft(@PathParam("id") @Size(max = 60) String id, byte[] body) {
    return desk.act(
        body,
        form -> {
          LetterReply given = form.as(LetterReply.class);
          return answers.draft(id, given.text(), requests.actor(), today(), form.context(given));
        },
        done -> seen(id, done),
        form -> page(id, Act.REPLY, form));
  }

  @POST
  @Path("/{id}/reply/approval")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.COORDINATOR, Roles.APPROVER, Roles.SUPERVISOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> agree(@PathParam("id") @Size(max = 60) String id, byte[] body) {
    return desk.act(
        body,
        form -> answers.agree(id, requests.actor(), today(), form.approval("letter-approval")),
        done -> seen(id, done),
        form -> page(id, Act.AGREE, form));
  }

  @POST
  @Path("/{id}/reply/refusal")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.COORDINATOR, Roles.APPROVER, Roles.SUPERVISOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> decline(
      @PathParam("id") @Size(max = 60) String id, byte[] body) {
    return desk.act(
        body,
        form -> {
          ReplyRefusal given = form.as(ReplyRefusal.class);
          return answers.decline(
              id, given.reason(), requests.actor(), today(), form.context(given));
        },
        done -> seen(id, done),
        form -> page(id, Act.DECLINE, form));
  }

  @POST
  @Path("/{id}/reply/withdrawal")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> takeBack(
      @PathParam("id") @Size(max = 60) String id, byte[] body) {
    return desk.act(
        body,
        form -> {
          ReplyEnd given = form.as(ReplyEnd.class);
          return answers.takeBack(
              id, given.reason(), requests.actor(), today(), form.context(given));
        },
        done -> seen(id, done),
        form -> page(id, Act.TAKEBACK, form));
  }

  private static PageAddress seen(String id, Handled.Done<?, ?> done) {
    return Desk.seen(
            PublicationPlaces.letterAtDesk(id), PublicationStreams.LETTER.of(id), done.version())
        .with("done", "1");
  }

  private Uni<TemplateInstance> page(String id, Act act, FilledForm form) {
    return answers
        .one(id, requests.actor(), today())
        .map(found -> {
          boolean drafted = found.letter() instanceof Letter.Drafted;
          boolean waits = found.letter() instanceof Letter.Waiting;
          boolean may = found.whyNot() == null;
          return onePage
              .data("found", found)
              .data("waits", waits)
              .data("drafted", drafted)
              .data(
                  "answered", found.letter() instanceof Letter.Answered answered ? answered : null)
              .data(
                  "late", (waits || drafted) && found.letter().written().dueOn().isBefore(today()))
              .data("mayReply", waits && may && identity.hasRole(Roles.COORDINATOR))
              .data("mayDecide", drafted && may)
              .data("mayTakeBack", isOwn(found.letter()) && identity.hasRole(Roles.COORDINATOR))
              .data("done", found.version() > 1 && !desk.here().value("done").isEmpty())
              .data("reply", its(Act.REPLY, act, form, found.version()))
              .data("agree", its(Act.AGREE, act, form, found.version()))
              .data("decline", its(Act.DECLINE, act, form, found.version()))
              .data("takeback", its(Act.TAKEBACK, act, form, found.version()));
        });
  }

  /** Whether a reply waits that who reads the page wrote. */
  private boolean isOwn(Letter.Known letter) {
    return letter instanceof Letter.Drafted drafted
        && SecondPerson.isSame(drafted.reply().by(), requests.actor());
  }

  private FilledForm its(Act one, Act act, FilledForm form, long version) {
    FilledForm own = one == act ? form : desk.forms().blank();
    return own.over(Long.toString(version), Map.of());
  }

  private LocalDate today() {
    return BusinessClock.day(requests.now());
  }
}
