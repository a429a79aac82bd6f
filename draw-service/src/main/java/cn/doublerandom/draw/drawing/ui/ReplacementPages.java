package cn.doublerandom.draw.drawing.ui;

import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.Foreseen;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.drawing.application.DrawDesk;
import cn.doublerandom.draw.drawing.application.DrawStory;
import cn.doublerandom.draw.drawing.application.Replacements;
import cn.doublerandom.draw.drawing.rest.DrawRequests;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.pagekit.Choice;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Form;
import cn.doublerandom.servicekit.ui.Forms;
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
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** 更换、候补: asked for by one, decided by another; who comes in follows from the seed. */
@Path("/ui")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class ReplacementPages {
  @Inject
  @Location("draw/replacements.html")
  Template page;

  @Inject Desk desk;
  @Inject DrawDesk standing;
  @Inject Replacements replacements;
  @Inject DrawStory story;
  @Inject Requests requests;
  @Inject SecurityIdentity identity;

  @GET
  @Path("/draws/{drawId}/replacements")
  @RolesAllowed({Roles.COORDINATOR, Roles.APPROVER, Roles.SUPERVISOR, Roles.AUDITOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> all(@PathParam("drawId") @Size(max = 100) String drawId) {
    return desk.show(page(drawId, PageForms.Sent.NOTHING));
  }

  /** As {@code POST …/replacements}. */
  @POST
  @Path("/draws/{drawId}/replacements")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> ask(
      @PathParam("drawId") @Size(max = 100) String drawId, byte[] body) {
    return act(
        drawId,
        "ask",
        body,
        form -> {
          var said = form.as(DrawRequests.Replacement.class);
          return ask(drawId, said, form.context(said));
        });
  }

  private Uni<Handled<DrawEvent, TaskDraws>> ask(
      String drawId, DrawRequests.Replacement said, CommandContext context) {
    String inspector = said.inspector();
    String evidence = Objects.requireNonNullElse(said.evidence(), "");
    if (inspector == null) {
      return replacements.ofSubject(drawId, said.subject(), said.reason(), evidence, context);
    }
    return Boolean.TRUE.equals(said.keep())
        ? replacements.keep(drawId, said.subject(), inspector, said.reason(), context)
        : replacements.ofInspector(
            drawId, said.subject(), inspector, said.reason(), evidence, context);
  }

  /** As {@code POST …/replacement-approvals}. */
  @POST
  @Path("/draws/{drawId}/replacement-approvals")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.APPROVER)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> agree(
      @PathParam("drawId") @Size(max = 100) String drawId, byte[] body) {
    return act(
        drawId,
        "agree",
        body,
        form -> {
          var said = form.as(DrawRequests.ReplacementApproval.class);
          return replacements.approve(drawId, said.subject(), form.approval(said));
        });
  }

  /** As {@code POST …/replacement-declines}. */
  @POST
  @Path("/draws/{drawId}/replacement-declines")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.COORDINATOR, Roles.APPROVER})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> decline(
      @PathParam("drawId") @Size(max = 100) String drawId, byte[] body) {
    return act(
        drawId,
        "decline",
        body,
        form -> {
          var said = form.as(DrawRequests.ReplacementDecline.class);
          return replacements.end(drawId, said.subject(), said.reason(), form.context(said));
        });
  }

  private Uni<RestResponse<String>> act(
      String drawId,
      String which,
      byte[] body,
      Function<Form, Uni<Handled<DrawEvent, TaskDraws>>> command) {
    return desk.act(
        body,
        command,
        done ->
            PageAddress.of(DrawPlaces.replacements(drawId))
                .with("seen", DrawPage.seen(drawId, done.version()).value("seen")),
        form -> page(drawId, new PageForms.Sent(which, form)));
  }

  private Uni<TemplateInstance> page(String drawId, PageForms.Sent sent) {
    LocalDate today = BusinessClock.day(requests.now());
    return Uni.combine()
        .all()
        .unis(
            replacements.waiting(drawId, today),
            standing.of(drawId, requests.actor(), requests.now()),
            story.of(drawId))
        .usingConcurrencyOf(1)
        .withUni((waiting, seen, happened) ->
            replacements
                .known(drawId, visited(seen), today)
                .map(known -> page(waiting, seen, happened, known, sent)));
  }

  private static Set<String> visited(DrawDesk.Seen seen) {
    return seen.draws()
        .executed(seen.drawId())
        .map(draw -> draw.roster().teams().keySet())
        .orElse(Set.of());
  }

  private TemplateInstance page(
      CommandHandler.Loaded<List<Foreseen>> waiting,
      DrawDesk.Seen seen,
      List<DrawStory.Happened> happened,
      Replacements.Known known,
      PageForms.Sent sent) {
    String subject = chosen("subject", sent, "ask");
    String declined = chosen("decline", sent, "decline");
    Optional<TaskDraws.Executed> draw = seen.draws().executed(seen.drawId());
    AfterWords words = desk.words(AfterWords.class);
    var lines = new ReplacementLines(draw, known, words, desk.readsEnglish());
    PageForms forms = PageForms.of(sent, desk.forms(), waiting.version());
    return page.data("drawId", seen.drawId())
        .data("waiting", waiting.state().stream().map(lines::waiting).toList())
        .data("decided", lines.decided(happened))
        .data("asking", asking(forms.of("ask"), subject))
        .data("keeping", List.of(new Choice("true", words.keepYes())))
        .data("forms", forms)
        .data("subject", subject)
        .data("decline", declined)
        .data("subjects", lines.subjects())
        .data("members", draw.map(d -> members(d, subject)).orElse(List.of()))
        .data("due", draw.map(d -> d.roster().due()).orElse(List.of()))
        .data("mayAsk", identity.hasRole(Roles.COORDINATOR) && draw.isPresent())
        .data("mayAgree", identity.hasRole(Roles.APPROVER))
        .data(
            "mayDecline", identity.hasRole(Roles.COORDINATOR) || identity.hasRole(Roles.APPROVER));
  }

  private static FilledForm asking(FilledForm form, String subject) {
    return form.isRefused() ? form : form.with("subject", subject);
  }

  /** Whom the page is about: by its address, else by the form that was sent. */
  private String chosen(String parameter, PageForms.Sent sent, String form) {
    return sent.form().equals(form) ? sent.filled().value("subject") : desk.here().value(parameter);
  }

  /** The team of the chosen subject; every officer of the draw where none is chosen yet. */
  private static List<Choice> members(TaskDraws.Executed draw, String subject) {
    List<String> team = draw.roster().teams().getOrDefault(subject, List.of());
    return (team.isEmpty()
            ? draw.roster().teams().values().stream().flatMap(List::stream).distinct().sorted()
            : team.stream())
        .map(id -> new Choice(id, id))
        .toList();
  }
}
