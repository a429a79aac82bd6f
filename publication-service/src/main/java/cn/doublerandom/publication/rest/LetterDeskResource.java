package cn.doublerandom.publication.rest;

import cn.doublerandom.publication.application.LetterAnswers;
import cn.doublerandom.publication.letter.Letter;
import cn.doublerandom.publication.letter.LetterBoard;
import cn.doublerandom.publication.letter.LetterKind;
import cn.doublerandom.publication.letter.LetterLine;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Approves;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.rest.Paging;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.text.PublicText;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 来信的答复: one proposes, another agrees. */
@Path("/api/v1/letters/desk")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "letters", description = "公众来信")
public class LetterDeskResource {
  @Inject LetterAnswers answers;
  @Inject LetterBoard board;
  @Inject Requests requests;

  /** What is to be answered; who has the code reads it, and it stays for ever. */
  public record LetterReply(
      @PublicText @NotBlank @Size(max = 2000) @Schema(examples = "已核实并改正，感谢您的来信") String text) {}

  /** Why a reply is sent back; officers read it. */
  public record ReplyRefusal(
      @NotBlank @Size(max = 500) @Schema(examples = "请写明依据") String reason) {}

  /** Why it is taken back; officers read it. */
  public record ReplyEnd(
      @NotBlank @Size(max = 500) @Schema(examples = "依据写错了，重新拟写") String reason) {}

  /**
   * A letter as an officer finds it.
   *
   * @param text absent once it is deleted
   * @param contact absent once it is deleted
   * @param reply that is proposed or was given; absent where none is
   * @param agreedBy absent while it is not answered
   * @param whyNot code of why who asks may do nothing with it now; absent where he may
   */
  public record ShownLetter(
      String id,
      LetterKind kind,
      @Nullable String about,
      LocalDate on,
      LocalDate dueOn,
      @Nullable String text,
      @Nullable String contact,
      @Nullable String reply,
      @Nullable String draftedBy,
      @Nullable String agreedBy,
      @Nullable LocalDate answeredOn,
      @Nullable String whyNot) {
    static ShownLetter of(LetterAnswers.Found found) {
      Letter.Written written = found.letter().written();
      Letter.Reply reply = found.reply();
      Letter.Answered answered = found.letter() instanceof Letter.Answered done ? done : null;
      return new ShownLetter(
          found.id(),
          written.kind(),
          written.about(),
          written.on(),
          written.dueOn(),
          found.content() == null ? null : found.content().text(),
          found.content() == null ? null : found.content().contact(),
          reply == null ? null : reply.text(),
          reply == null ? null : reply.by(),
          answered == null ? null : answered.agreedBy(),
          answered == null ? null : answered.on(),
          found.whyNot() == null ? null : found.whyNot().code());
    }
  }

  /**
   * What was done with it.
   *
   * @param stage WAITING, DRAFTED or ANSWERED
   */
  public record LetterState(LetterLine.Stage stage) {
    static LetterState of(Letter letter) {
      return new LetterState(
          switch (letter) {
            case Letter.Unwritten none -> throw new IllegalStateException("no letter");
            case Letter.Waiting waiting -> LetterLine.Stage.WAITING;
            case Letter.Drafted drafted -> LetterLine.Stage.DRAFTED;
            case Letter.Answered answered -> LetterLine.Stage.ANSWERED;
          });
    }
  }

  @GET
  @RolesAllowed({Roles.COORDINATOR, Roles.APPROVER, Roles.SUPERVISOR})
  @Operation(summary = "The letters of the public, the one that is due first before the others")
  public Uni<Page<LetterLine>> list(
      @QueryParam("stage") @Parameter(description = "absent for any")
          LetterLine.@Nullable Stage stage,
      @BeanParam Paging paging) {
    return Uni.createFrom()
        .completionStage(
            () -> board.found(Optional.ofNullable(stage), paging.afterKey(), paging.limit() + 1))
        .map(rows -> Page.of(rows, paging.limit(), LetterBoard::place));
  }

  @GET
  @Path("/{id}")
  @Versioned
  @RolesAllowed({Roles.COORDINATOR, Roles.APPROVER, Roles.SUPERVISOR})
  @Operation(summary = "A letter with what was written, as long as it is kept")
  public Uni<RestResponse<ShownLetter>> one(@PathParam("id") @Size(max = 60) String id) {
    return answers
        .one(id, requests.actor(), today())
        .map(found -> Answers.versioned(ShownLetter.of(found), found.version()));
  }

  @POST
  @Path("/{id}/reply")
  @Versioned
  @Conditional
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(summary = "Propose a reply; another person agrees")
  public Uni<RestResponse<LetterState>> draft(
      @PathParam("id") @Size(max = 60) String id, @NotNull @Valid LetterReply body) {
    return answers
        .draft(id, body.text(), requests.actor(), today(), requests.context(body))
        .map(done -> Answers.ok(done, LetterState::of));
  }

  @POST
  @Path("/{id}/reply/approval")
  @Versioned
  @Approves(read = "/api/v1/letters/desk/{id}")
  @RolesAllowed({Roles.COORDINATOR, Roles.APPROVER, Roles.SUPERVISOR})
  @Operation(summary = "Agree to the reply another person proposed: the letter is answered")
  public Uni<RestResponse<LetterState>> agree(@PathParam("id") @Size(max = 60) String id) {
    return answers
        .agree(id, requests.actor(), today(), requests.context("letter-approval"))
        .map(done -> Answers.ok(done, LetterState::of));
  }

  @POST
  @Path("/{id}/reply/refusal")
  @Versioned
  @Conditional
  @RolesAllowed({Roles.COORDINATOR, Roles.APPROVER, Roles.SUPERVISOR})
  @Operation(summary = "Send the reply another person proposed back")
  public Uni<RestResponse<LetterState>> decline(
      @PathParam("id") @Size(max = 60) String id, @NotNull @Valid ReplyRefusal body) {
    return answers
        .decline(id, body.reason(), requests.actor(), today(), requests.context(body))
        .map(done -> Answers.ok(done, LetterState::of));
  }

  @POST
  @Path("/{id}/reply/withdrawal")
  @Versioned
  @Conditional
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(summary = "Whoever proposed the reply takes it back; the letter waits for another")
  public Uni<RestResponse<LetterState>> takeBack(
      @PathParam("id") @Size(max = 60) String id, @NotNull @Valid ReplyEnd body) {
    return answers
        .takeBack(id, body.reason(), requests.actor(), today(), requests.context(body))
        .map(done -> Answers.ok(done, LetterState::of));
  }

  private LocalDate today() {
    return BusinessClock.day(requests.now());
  }
}
