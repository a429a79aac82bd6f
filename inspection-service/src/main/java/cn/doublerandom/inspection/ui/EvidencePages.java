package cn.doublerandom.inspection.ui;

import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.Sha256;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.application.Evidences;
import cn.doublerandom.inspection.evidence.Evidence;
import cn.doublerandom.inspection.rest.EvidenceResource.EvidenceWithdrawal;
import cn.doublerandom.inspection.visit.Visit;
import cn.doublerandom.inspection.visit.VisitEvent;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.problem.Refusals;
import cn.doublerandom.servicekit.rest.MediaTypes;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Form;
import cn.doublerandom.servicekit.ui.Forms;
import io.smallrye.common.annotation.Blocking;
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
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 拍照取证 on the phone, as {@code …/api/v1/visits/{visit}/evidence} does it. */
@Path("/ui/visits/{visit}/evidence")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class EvidencePages {
  static final String FILE = "file";

  private static final String ITEM = "item";
  private static final String QUESTION = "question";

  @Inject Desk desk;
  @Inject VisitPage page;
  @Inject Evidences evidences;
  @Inject VisitReader reader;

  /**
   * What a file was taken for.
   *
   * @param question absent where it answers none
   */
  public record Taken(
      @Nullable @Size(max = 64) String item, @Nullable @Size(max = 40) String question) {}

  @POST
  @Consumes(Forms.PARTS)
  @RolesAllowed(Roles.INSPECTOR)
  @Blocking
  @Operation(hidden = true)
  public Uni<RestResponse<String>> add(
      @PathParam("visit") @Size(max = 160) String visit, File body) {
    return desk.answers(
        body,
        form ->
            Uni.createFrom().item(() -> add(visit, form)).flatMap(done -> after(visit, form, done)),
        form -> page.item(visit, form.value(ITEM), form));
  }

  /** What was typed into the answers is not sent yet: it stands there still. */
  private Uni<RestResponse<String>> after(
      String visit, Form form, Handled.Done<VisitEvent, Visit> done) {
    FilledForm typed = form.rest(done.version(), Set.of(ITEM, QUESTION, FILE));
    String item = form.value(ITEM);
    if (!item.isEmpty() && done.events().isEmpty() && form.isAbout(done.version())) {
      return desk.show(page.item(visit, item, typed).map(shown -> shown.data("known", true)));
    }
    return item.isEmpty() || !typed.isTyped()
        ? Uni.createFrom().item(() -> Desk.seeOther(seen(visit, item, done)))
        : desk.show(page.item(visit, item, typed).map(shown -> shown.data("kept", true)));
  }

  private Handled.Done<VisitEvent, Visit> add(String visit, Form form) {
    Taken taken = form.as(Taken.class);
    byte[] content = content(form);
    var about = new Evidences.About(visit, taken.item(), taken.question(), null);
    // The same form with another file is another request.
    String asked = about + " " + Sha256.hex(content);
    return Refusals.require(evidences.add(about, content, () -> form.context(asked)));
  }

  private byte[] content(Form form) {
    java.nio.file.Path file =
        form.file()
            .orElseThrow(() ->
                new ProblemException(
                    EdgeRejection.FIELD_INVALID,
                    List.of(
                        new Problem.FieldError(
                            FILE, null, "invalid", desk.words(CheckWords.class).noFile())),
                    Map.of()));
    return Evidences.content(file);
  }

  private static PageAddress seen(
      String visit, @Nullable String item, Handled.Done<VisitEvent, Visit> done) {
    return Desk.seen(
        item == null || item.isEmpty()
            ? InspectionPlaces.visit(visit)
            : InspectionPlaces.item(visit, item),
        VisitStreams.VISIT.of(visit),
        done.version());
  }

  @GET
  @Path("/{sha256}")
  @Produces(MediaTypes.BYTES)
  @RolesAllowed({
    Roles.INSPECTOR,
    Roles.UNIT_LEAD,
    Roles.LEGAL_REVIEWER,
    Roles.SUPERVISOR,
    Roles.COORDINATOR
  })
  @Blocking
  @Operation(hidden = true)
  public RestResponse<byte[]> one(
      @PathParam("visit") @Size(max = 160) String visit,
      @PathParam("sha256") @Size(max = 64) String sha256) {
    Evidence found = evidences.one(visit, sha256, reader.evidence());
    return RestResponse.ResponseBuilder.ok(evidences.bytes(visit, found), found.mediaType())
        .build();
  }

  @POST
  @Path("/{sha256}/withdrawal")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> withdraw(
      @PathParam("visit") @Size(max = 160) String visit,
      @PathParam("sha256") @Size(max = 64) String sha256,
      byte[] body) {
    return desk.does(
        body,
        form -> {
          EvidenceWithdrawal why = form.as(EvidenceWithdrawal.class);
          Taken taken = form.as(Taken.class);
          return evidences
              .withdraw(visit, sha256, why.reason(), form.context(why))
              .map(handled -> seen(visit, taken.item(), Refusals.require(handled)));
        },
        form -> page.item(visit, form.value(ITEM), sha256, form));
  }
}
