package cn.doublerandom.inspection.ui;

import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.inspection.InspectionRejection;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.application.RecordGaps;
import cn.doublerandom.inspection.application.RecordSignatures;
import cn.doublerandom.inspection.application.SigningKeys;
import cn.doublerandom.inspection.rest.SignatureGapResource.Dispute;
import cn.doublerandom.inspection.rest.SigningResource.OfficerSignatureRequest;
import cn.doublerandom.inspection.rest.SigningResource.StatementRequest;
import cn.doublerandom.inspection.rest.SigningResource.SubjectSignatureRequest;
import cn.doublerandom.inspection.signing.SignatureSheet;
import cn.doublerandom.inspection.visit.Visit;
import cn.doublerandom.inspection.visit.VisitEvent;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.problem.Refusals;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Forms;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.tuples.Tuple2;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** 核对和签名 on the phone, as {@code …/api/v1/visits/{visit}/…} does it. */
@Path("/ui/visits/{visit}")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class SigningPages {
  @Inject
  @Location("inspection/signing.html")
  Template signingPage;

  @Inject
  @Location("inspection/sheet.html")
  Template sheetPage;

  @Inject Desk desk;
  @Inject VisitPage page;
  @Inject RecordSignatures signatures;
  @Inject RecordGaps gaps;
  @Inject SigningKeys keys;
  @Inject VisitReader reader;
  @Inject EvidenceLines lines;

  @GET
  @Path("/signing")
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> sign(@PathParam("visit") @Size(max = 160) String visit) {
    return desk.show(page(visit, "", desk.forms().blank()));
  }

  /**
   * @param step whose form was refused; empty where none was
   */
  private Uni<TemplateInstance> page(String visit, String step, FilledForm form) {
    return page.readable(visit)
        .flatMap(shown -> {
          ShownClosing closing = page.closing(shown.visit());
          if (!shown.acts()) {
            throw new ProblemException(InspectionRejection.NOT_ON_TEAM);
          } else if (!closing.any()) {
            throw new ProblemException(InspectionRejection.VISIT_NOT_FINISHED);
          }
          return keys.of(shown.account())
              .flatMap(key -> lines.of(visit).map(pieces -> Tuple2.of(key, pieces)))
              .map(both ->
                  signingPage
                      .data("shown", shown)
                      .data("pieces", both.getItem2())
                      .data("closing", closing)
                      .data("said", desk.words(SigningWords.class))
                      .data("words", page.codes())
                      .data("key", both.getItem1().state().key().map(one -> one.id()).orElse(null))
                      .data(
                          "forms",
                          new StepForms(desk.forms(), step, form, shown.known().version(), 0)));
        });
  }

  @GET
  @Path("/subject-signature")
  @RolesAllowed({Roles.INSPECTOR, Roles.UNIT_LEAD, Roles.LEGAL_REVIEWER, Roles.SUPERVISOR})
  @Blocking
  @Operation(hidden = true)
  public Uni<RestResponse<String>> sheet(@PathParam("visit") @Size(max = 160) String visit) {
    SignatureSheet sheet =
        signatures
            .sheet(visit, reader.seesEvidence())
            .orElseThrow(() -> new ProblemException(InspectionRejection.EVIDENCE_UNKNOWN));
    return desk.show(
        page.readable(visit)
            .map(shown ->
                sheetPage
                    .data("shown", shown)
                    .data("closing", page.closing(shown.visit()))
                    .data("sheet", sheet)));
  }

  @POST
  @Path("/statement")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> state(
      @PathParam("visit") @Size(max = 160) String visit, byte[] body) {
    return desk.act(
        body,
        form -> {
          StatementRequest said = form.as(StatementRequest.class);
          return signatures.take(visit, said.words(), form.context(said));
        },
        done -> seen(visit, done),
        form -> page(visit, "statement", form));
  }

  @POST
  @Path("/subject-signature")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.INSPECTOR)
  @Blocking
  @Operation(hidden = true)
  public Uni<RestResponse<String>> subject(
      @PathParam("visit") @Size(max = 160) String visit, byte[] body) {
    return desk.does(
        body,
        form -> {
          SubjectSignatureRequest signs = form.as(SubjectSignatureRequest.class);
          return Uni.createFrom()
              .item(() -> signatures.sign(visit, signs.meant(), () -> form.context(signs)))
              .map(handled -> seen(visit, Refusals.require(handled)));
        },
        form -> page(visit, "subject-" + form.value("way"), form));
  }

  @POST
  @Path("/signatures")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> officer(
      @PathParam("visit") @Size(max = 160) String visit, byte[] body) {
    return desk.act(
        body,
        form -> {
          OfficerSignatureRequest signs = form.as(OfficerSignatureRequest.class);
          return signatures.sign(visit, signs.meant(), form.own(signs));
        },
        done -> seen(visit, done),
        form -> page(visit, "signatures", form));
  }

  @POST
  @Path("/dispute")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> dispute(
      @PathParam("visit") @Size(max = 160) String visit, byte[] body) {
    return desk.act(
        body,
        form -> {
          Dispute why = form.as(Dispute.class);
          return gaps.dispute(visit, why.reason(), reader.officer(), form.context(why));
        },
        done ->
            Desk.seen(InspectionPlaces.visit(visit), VisitStreams.VISIT.of(visit), done.version()),
        form -> disputed(visit, form));
  }

  /** Of a visit that runs the page on which it is agreed to end. */
  private Uni<TemplateInstance> disputed(String visit, FilledForm form) {
    return page.readable(visit)
        .flatMap(shown ->
            page.closing(shown.visit()).any()
                ? page(visit, "dispute", form)
                : page.of(visit, "dispute", form));
  }

  private static PageAddress seen(String visit, Handled.Done<VisitEvent, Visit> done) {
    return Desk.seen(
        InspectionPlaces.step(visit, "signing"), VisitStreams.VISIT.of(visit), done.version());
  }
}
