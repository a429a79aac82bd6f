package cn.doublerandom.inspection.ui;

import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.application.RecordGaps;
import cn.doublerandom.inspection.application.VisitEndings;
import cn.doublerandom.inspection.rest.SignatureGapResource.EndInPlace;
import cn.doublerandom.inspection.rest.SignatureGapResource.GapsDecline;
import cn.doublerandom.inspection.visit.SignatureGap;
import cn.doublerandom.inspection.visit.Visit;
import cn.doublerandom.inspection.visit.VisitEvent;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Form;
import cn.doublerandom.servicekit.ui.Forms;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** 签名缺项 on the page of the visit, as {@code …/api/v1/visits/{visit}/…} does it. */
@Path("/ui/visits/{visit}")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class SignatureGapPages {
  @Inject Desk desk;
  @Inject VisitPage page;
  @Inject RecordGaps gaps;
  @Inject VisitEndings endings;
  @Inject VisitReader reader;

  /**
   * Which signatures the page showed as missing.
   *
   * @param of one or more
   */
  public record Shown(
      @NotNull @Pattern(regexp = "[0-9a-f]{64}", message = "{words.hex-64}") String recordHash,
      @NotEmpty @Size(max = 50) List<@NotBlank @Size(max = 64) String> of) {
    public Shown {
      of = of == null ? List.of() : of;
    }
  }

  /** Why one of them cannot be had. */
  public record Why(@NotBlank @Size(max = 500) String reason) {}

  @POST
  @Path("/signature-gaps")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> ask(
      @PathParam("visit") @Size(max = 160) String visit, byte[] body) {
    return act(
        visit,
        "signature-gaps",
        body,
        form -> {
          Shown shown = form.as(Shown.class);
          List<SignatureGap> asked =
              shown.of().stream()
                  .map(of ->
                      new SignatureGap(of, form.as(Why.class, ShownClosing.gapField(of)).reason()))
                  .toList();
          return gaps.ask(visit, shown.recordHash(), asked, reader.officer(), form.context(asked));
        });
  }

  @POST
  @Path("/signature-gaps-approval")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.INSPECTOR, Roles.UNIT_LEAD, Roles.COORDINATOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> agree(
      @PathParam("visit") @Size(max = 160) String visit, byte[] body) {
    return act(
        visit,
        "signature-gaps-approval",
        body,
        form -> gaps.agree(visit, reader.officer(), form.approval("agree-gaps")));
  }

  @POST
  @Path("/signature-gaps-decline")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.INSPECTOR, Roles.UNIT_LEAD, Roles.COORDINATOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> decline(
      @PathParam("visit") @Size(max = 160) String visit, byte[] body) {
    return act(
        visit,
        "signature-gaps-decline",
        body,
        form -> {
          GapsDecline why = form.as(GapsDecline.class);
          return gaps.decline(visit, why.reason(), reader.officer(), form.context(why));
        });
  }

  @POST
  @Path("/finish-approval")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.UNIT_LEAD, Roles.COORDINATOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> agreeEnd(
      @PathParam("visit") @Size(max = 160) String visit, byte[] body) {
    return act(
        visit,
        "finish-approval",
        body,
        form -> {
          EndInPlace why = form.as(EndInPlace.class);
          return endings.agreeEnd(visit, reader.officer(), why.reason(), () -> form.approval(why));
        });
  }

  private Uni<RestResponse<String>> act(
      String visit,
      String step,
      byte[] body,
      Function<Form, Uni<Handled<VisitEvent, Visit>>> command) {
    return desk.act(
        body,
        command,
        done ->
            Desk.seen(InspectionPlaces.visit(visit), VisitStreams.VISIT.of(visit), done.version()),
        form -> page.of(visit, step, form));
  }
}
