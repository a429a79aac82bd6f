package cn.doublerandom.inspection.ui;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.bureau.result.ResultCode;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.application.FollowUpWork;
import cn.doublerandom.inspection.application.Receipts;
import cn.doublerandom.inspection.application.Receipts.ReceiptLink;
import cn.doublerandom.inspection.application.Rechecks;
import cn.doublerandom.inspection.followup.FollowUpEvent;
import cn.doublerandom.inspection.followup.FollowUpKind;
import cn.doublerandom.inspection.followup.FollowUps;
import cn.doublerandom.inspection.rest.FollowUpResource.OpenFollowUp;
import cn.doublerandom.inspection.rest.FollowUpResource.ReceiptRequest;
import cn.doublerandom.inspection.rest.FollowUpResource.RecheckRequest;
import cn.doublerandom.pagekit.Choice;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.page.PublicAddress;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Form;
import cn.doublerandom.servicekit.ui.Forms;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** 后续处置 at the desk, as {@code …/api/v1/visits/{visit}/follow-ups} does it. */
@Path("/ui/visits/{visit}/follow-ups")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class FollowUpPages {
  @Inject
  @Location("inspection/follow-ups-of.html")
  Template ofPage;

  @Inject Desk desk;
  @Inject VisitPage visits;
  @Inject FollowUpWork followUps;
  @Inject Receipts receipts;
  @Inject Rechecks rechecks;
  @Inject VisitReader reader;
  @Inject PublicAddress published;

  @GET
  @RolesAllowed({
    Roles.INSPECTOR,
    Roles.UNIT_LEAD,
    Roles.COORDINATOR,
    Roles.LEGAL_REVIEWER,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Operation(hidden = true)
  public Uni<RestResponse<String>> of(@PathParam("visit") @Size(max = 160) String visit) {
    return desk.show(page(visit, "", desk.forms().blank()));
  }

  private Uni<TemplateInstance> page(String visit, String step, FilledForm form) {
    FollowUpWords words = desk.words(FollowUpWords.class);
    Officer officer = reader.officer();
    return visits
        .readable(visit)
        .flatMap(shown ->
            followUps
                .of(visit, reader.reader())
                .map(found ->
                    ofPage
                        .data("shown", shown)
                        .data("found", found)
                        .data("said", new ShownFollowUps(found, officer.account(), words))
                        .data("link", "")
                        .data("goes", reader.goes())
                        .data("acts", acts(officer, shown))
                        .data("items", items(shown))
                        .data(
                            "kinds",
                            Arrays.stream(FollowUpKind.values())
                                .map(kind -> new Choice(kind.name(), words.kindOf(kind)))
                                .toList())
                        .data(
                            "results",
                            List.of(
                                new Choice("true", words.isCorrected()),
                                new Choice("false", words.notCorrected())))
                        .data(
                            "forms",
                            new StepForms(
                                desk.forms(),
                                step,
                                form,
                                shown.known().version(),
                                found.version()))));
  }

  /** The team, and who leads one of its units. */
  private static boolean acts(Officer officer, ShownVisit shown) {
    return shown.acts()
        || (officer.reach() == Officer.Reach.UNIT && officer.isOf(shown.visit().ofUnits()));
  }

  private static List<Choice> items(ShownVisit shown) {
    return shown.items().stream()
        .filter(item -> ResultCode.areFinding(shown.holding(item)))
        .map(item -> new Choice(item.code(), item.name()))
        .toList();
  }

  /** The link that was just made, whole where the installation knows its own address. */
  private String address(ReceiptLink link) {
    String visit = link.visitId();
    String number = Integer.toString(link.number());
    String place =
        PageAddress.of(InspectionPlaces.receipt(visit, number, link.secret()))
            .with("bureau", BureauKey.ofId(visit).map(BureauKey::text).orElse(""))
            .toString();
    return published.of(place).orElse(place);
  }

  @POST
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.INSPECTOR, Roles.UNIT_LEAD})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> open(
      @PathParam("visit") @Size(max = 160) String visit, byte[] body) {
    return act(
        visit,
        "open",
        body,
        form -> {
          OpenFollowUp asked = form.as(OpenFollowUp.class);
          return followUps.open(visit, asked.meant(), reader.officer(), () -> form.context(asked));
        });
  }

  /** Fields of a plan: two numbers, each in a field of its own. */
  public record RecheckToPlan(
      @NotNull LocalDate on,
      @NotBlank @Size(max = 64) String first,
      @NotBlank @Size(max = 64) String second) {}

  @POST
  @Path("/{number}/recheck-visit")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.INSPECTOR, Roles.UNIT_LEAD})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> plan(
      @PathParam("visit") @Size(max = 160) String visit,
      @PathParam("number") int number,
      byte[] body) {
    return act(
        visit,
        "plan-" + number,
        body,
        form -> {
          RecheckToPlan asked = form.as(RecheckToPlan.class);
          return rechecks.plan(
              visit,
              number,
              asked.on(),
              List.of(asked.first(), asked.second()),
              reader.officer(),
              () -> form.context(asked));
        });
  }

  @POST
  @Path("/{number}/recheck")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> look(
      @PathParam("visit") @Size(max = 160) String visit,
      @PathParam("number") int number,
      byte[] body) {
    return act(
        visit,
        "recheck-" + number,
        body,
        form -> {
          RecheckRequest seen = form.as(RecheckRequest.class);
          return followUps.state(
              visit,
              number,
              seen.corrected(),
              seen.note(),
              reader.officer(),
              () -> form.context(seen));
        });
  }

  @POST
  @Path("/{number}/confirmation")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> confirm(
      @PathParam("visit") @Size(max = 160) String visit,
      @PathParam("number") int number,
      byte[] body) {
    return act(
        visit,
        "confirmation-" + number,
        body,
        form ->
            followUps.confirm(
                visit, number, reader.officer(), () -> form.approval("confirm-recheck-" + number)));
  }

  @POST
  @Path("/{number}/receipt")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.INSPECTOR, Roles.UNIT_LEAD})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> enter(
      @PathParam("visit") @Size(max = 160) String visit,
      @PathParam("number") int number,
      byte[] body) {
    return act(
        visit,
        "receipt-" + number,
        body,
        form -> {
          ReceiptRequest paper = form.as(ReceiptRequest.class);
          return followUps.enter(
              visit,
              number,
              paper.receivedAs(),
              paper.reference(),
              reader.officer(),
              () -> form.context(paper));
        });
  }

  @POST
  @Path("/{number}/link")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.INSPECTOR, Roles.UNIT_LEAD})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> link(
      @PathParam("visit") @Size(max = 160) String visit,
      @PathParam("number") int number,
      byte[] body) {
    return desk.tells(
        body,
        form ->
            receipts
                .link(visit, number, reader.officer(), () -> form.context("receipt-link-" + number))
                .flatMap(link ->
                    page(visit, "", desk.forms().blank())
                        .map(page -> page.data("link", address(link)))),
        form -> page(visit, "link-" + number, form));
  }

  private Uni<RestResponse<String>> act(
      String visit,
      String step,
      byte[] body,
      Function<Form, Uni<Handled<FollowUpEvent, FollowUps>>> command) {
    return desk.act(
        body,
        command,
        done ->
            Desk.seen(
                InspectionPlaces.followUps(visit),
                VisitStreams.FOLLOW_UPS.of(visit),
                done.version()),
        form -> page(visit, step, form));
  }
}
