package cn.doublerandom.inspection.rest;

import cn.doublerandom.inspection.application.BulletinFigures;
import cn.doublerandom.inspection.application.BulletinPapers;
import cn.doublerandom.inspection.application.Bulletins;
import cn.doublerandom.inspection.application.Hearings;
import cn.doublerandom.inspection.bulletin.Audience;
import cn.doublerandom.inspection.bulletin.Bulletin;
import cn.doublerandom.inspection.bulletin.BulletinEvent.BulletinDrawnUp;
import cn.doublerandom.inspection.bulletin.BulletinSummary;
import cn.doublerandom.inspection.bulletin.Reach;
import cn.doublerandom.inspection.hearing.Hearing;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.rest.Paging;
import cn.doublerandom.servicekit.rest.PaperAnswers;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.text.PublicText;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 通报: what a year shows of units, heard and concluded (ADR 88). */
@Path("/api/v1/supervision/bulletins")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "supervision", description = "督导")
public class BulletinResource {
  private static final int FIRST_YEAR = 2015;
  private static final int LAST_YEAR = 9999;

  @Inject Bulletins bulletins;
  @Inject BulletinFigures figures;
  @Inject BulletinPapers papers;
  @Inject Requests requests;
  @Inject SecurityIdentity identity;

  /**
   * What a supervisor draws up.
   *
   * @param issue 期号 in the year
   * @param units named in it
   * @param text what is said of them
   * @param workingDays in which the units are heard
   * @param audience whom it is meant for, as the units are told; the bureau where it is left out
   */
  public record BulletinDraft(
      @NotNull @Min(FIRST_YEAR) @Max(LAST_YEAR) @Schema(examples = "2025") Integer year,
      @NotNull @Min(1) @Max(99) @Schema(examples = "1") Integer issue,
      @NotEmpty @Size(max = 50) @Schema(examples = "[\"道路运输股\"]")
          List<@NotBlank @Size(max = 64) String> units,
      @PublicText @NotBlank @Size(max = 2000) @Schema(examples = "部分检查结果录入不及时，请对照整改") String text,
      @NotNull @Min(3) @Max(30) @Schema(examples = "5") Integer workingDays,
      @Nullable @Schema(examples = "PUBLIC") Audience audience) {
    /** The same to who draws it up. */
    public Bulletins.Draft draft() {
      return new Bulletins.Draft(
          year,
          issue,
          units,
          text,
          workingDays,
          Objects.requireNonNullElse(audience, Audience.BUREAU));
    }
  }

  /** What a unit says. */
  public record BulletinReply(
      @NotBlank @Size(max = 2000) @Schema(examples = "两户因停电次日补录") String answer) {}

  /** Whom it reaches, and why. */
  public record BulletinEnd(
      @NotNull @Schema(examples = "INTERNAL") Reach reach,
      @NotBlank @Size(max = 1000) @Schema(examples = "各项数据属实") String reason) {}

  /** What one of the units said. */
  public record UnitSaid(String unit, String answer, String by) {}

  /**
   * A bulletin; as long as it does not circulate, to a unit with what is said of itself alone.
   *
   * @param units with their numbers as they stood when it was drawn up
   * @param audience whom it is meant for
   * @param answers what they said, in the order they did
   * @param reach absent until it is concluded, as are reason and concludedBy
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record UnitBulletin(
      String id,
      int year,
      int issue,
      BulletinSummary.State state,
      String text,
      LocalDate countedOn,
      List<Bulletin.OfUnit> units,
      LocalDate answerBy,
      boolean provisional,
      Audience audience,
      String drawnUpBy,
      List<UnitSaid> answers,
      @Nullable Reach reach,
      @Nullable String reason,
      @Nullable String concludedBy) {
    static UnitBulletin of(String id, Hearing<BulletinDrawnUp, Reach> hearing) {
      BulletinDrawnUp drawnUp = hearing.opened().orElseThrow();
      Bulletin bulletin = drawnUp.bulletin();
      return new UnitBulletin(
          id,
          bulletin.year(),
          bulletin.issue(),
          BulletinSummary.State.of(hearing.stage()),
          bulletin.text(),
          bulletin.countedOn(),
          bulletin.units(),
          drawnUp.answerBy(),
          drawnUp.provisional(),
          drawnUp.audience(),
          drawnUp.by(),
          hearing.heard().stream()
              .map(said -> new UnitSaid(said.unit(), said.text(), said.by()))
              .toList(),
          hearing.ended().map(Hearing.Over::conclusion).orElse(null),
          hearing.ended().map(Hearing.Over::why).orElse(null),
          hearing.ended().map(Hearing.Over::by).orElse(null));
    }
  }

  private Hearings.Reader reader() {
    return Hearings.Reader.of(
        requests.unit(), identity.hasRole(Roles.UNIT_LEAD), identity.hasRole(Roles.SUPERVISOR));
  }

  @GET
  @Path("/figures/{year}")
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(
      summary = "What a year shows of each unit as it is counted now",
      description = "Of units with a visit that ended in the year; every number has its rows.")
  public Uni<List<Bulletin.OfUnit>> figures(
      @PathParam("year") @Min(FIRST_YEAR) @Max(LAST_YEAR) int year) {
    return figures.of(year);
  }

  @GET
  @RolesAllowed({
    Roles.SUPERVISOR,
    Roles.UNIT_LEAD,
    Roles.COORDINATOR,
    Roles.REGISTRAR,
    Roles.APPROVER,
    Roles.INSPECTOR,
    Roles.LEGAL_REVIEWER,
    Roles.PUBLISHER,
    Roles.AUDITOR
  })
  @Operation(
      summary =
          "The bulletins by id: all to supervisors, to who leads a unit those that name it, and to"
              + " everybody of the bureau those that circulate")
  public Uni<Page<BulletinSummary>> list(@BeanParam @Valid Paging paging) {
    return bulletins
        .page(reader(), paging.afterKey(), paging.limit() + 1)
        .map(rows -> Page.of(rows, paging.limit(), BulletinSummary::id));
  }

  @POST
  @Versioned
  @Conditional
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(
      summary =
          "Draw up a bulletin; its numbers are frozen as they are counted now, and the units it names"
              + " are heard. Nobody draws one up that names his own unit")
  public Uni<RestResponse<UnitBulletin>> drawUp(@NotNull @Valid BulletinDraft draft) {
    return bulletins
        .drawUp(draft.draft(), requests.unit(), requests.context(draft))
        .map(drawn -> Answers.ok(drawn.handled(), state -> UnitBulletin.of(drawn.id(), state)));
  }

  @GET
  @Path("/{id}")
  @Versioned
  @RolesAllowed({
    Roles.SUPERVISOR,
    Roles.UNIT_LEAD,
    Roles.COORDINATOR,
    Roles.REGISTRAR,
    Roles.APPROVER,
    Roles.INSPECTOR,
    Roles.LEGAL_REVIEWER,
    Roles.PUBLISHER,
    Roles.AUDITOR
  })
  @Operation(
      summary = "A bulletin with its frozen numbers, what the units said and whom it reaches")
  public Uni<RestResponse<UnitBulletin>> one(@PathParam("id") @Size(max = 64) String id) {
    return bulletins
        .known(id, reader())
        .map(loaded -> Answers.versioned(UnitBulletin.of(id, loaded.state()), loaded.version()));
  }

  @GET
  @Path("/{id}/paper")
  @Produces(PaperAnswers.PDF)
  @RolesAllowed({
    Roles.SUPERVISOR,
    Roles.UNIT_LEAD,
    Roles.COORDINATOR,
    Roles.REGISTRAR,
    Roles.APPROVER,
    Roles.INSPECTOR,
    Roles.LEGAL_REVIEWER,
    Roles.PUBLISHER,
    Roles.AUDITOR
  })
  @Operation(summary = "A bulletin as a paper (PDF/A-2b, PDF/UA-1), in Chinese")
  public Uni<RestResponse<byte[]>> paper(@PathParam("id") @Size(max = 64) String id) {
    return bulletins
        .known(id, reader())
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(loaded -> papers.pdf(id, loaded.state()))
        .map(pdf -> PaperAnswers.pdf(pdf, "bulletin"));
  }

  @POST
  @Path("/{id}/answer")
  @Versioned
  @Conditional
  @RolesAllowed(Roles.UNIT_LEAD)
  @Operation(summary = "Who leads a unit it names answers for it, once")
  public Uni<RestResponse<UnitBulletin>> answer(
      @PathParam("id") @Size(max = 64) String id, @NotNull @Valid BulletinReply reply) {
    Hearings.Reader reader = reader();
    return bulletins
        .answer(id, reply.answer(), reader, requests.context(reply))
        .map(handled ->
            Answers.ok(handled, state -> UnitBulletin.of(id, bulletins.shown(state, reader))));
  }

  @POST
  @Path("/{id}/conclusion")
  @Versioned
  @Conditional
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(
      summary =
          "Another supervisor than who drew it up, and of no unit it names, concludes; when all were"
              + " heard or their day is over. What was drawn up for the public may become a notice of its units and"
              + " numbers; what is dropped may be drawn up anew")
  public Uni<RestResponse<UnitBulletin>> conclude(
      @PathParam("id") @Size(max = 64) String id, @NotNull @Valid BulletinEnd end) {
    return bulletins
        .conclude(id, end.reach(), end.reason(), requests.unit(), requests.context(end))
        .map(handled -> Answers.ok(handled, state -> UnitBulletin.of(id, state)));
  }
}
