package cn.doublerandom.publication.ui;

import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.publication.PublicationStreams;
import cn.doublerandom.publication.application.ResultChanges;
import cn.doublerandom.publication.rest.ResultChangeResource.ChangeEnd;
import cn.doublerandom.publication.rest.ResultChangeResource.ChangeRefusal;
import cn.doublerandom.publication.rest.ResultChangeResource.CorrectionRequest;
import cn.doublerandom.publication.rest.ResultChangeResource.WithdrawalRequest;
import cn.doublerandom.publication.result.Publication;
import cn.doublerandom.publication.result.ResultEvent;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Forms;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** 更正与撤销 of what is public, as {@code ResultChangeResource} does them. */
@Path("/ui/notices")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class ChangePages {
  @Inject Desk desk;
  @Inject ResultChanges changes;
  @Inject NoticePage notice;
  @Inject Requests requests;

  @POST
  @Path("/{id}/correction")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.PUBLISHER)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> correct(
      @PathParam("id") @Size(max = 160) String id, byte[] body) {
    return desk.act(
        body,
        form -> {
          CorrectionRequest asked = form.as(TypedCorrection.class).request();
          return changes.correct(
              id, asked.itemCode(), asked.codes(), asked.reason(), asker(), form.context(asked));
        },
        done -> seen(id, done, "asked"),
        form -> notice.of(id, NoticePage.Act.CORRECT, form));
  }

  @POST
  @Path("/{id}/withdrawal")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.PUBLISHER)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> withdraw(
      @PathParam("id") @Size(max = 160) String id, byte[] body) {
    return desk.act(
        body,
        form -> {
          WithdrawalRequest asked = form.as(WithdrawalRequest.class);
          return changes.withdraw(id, asked.reason(), asker(), form.context(asked));
        },
        done -> seen(id, done, "asked"),
        form -> notice.of(id, NoticePage.Act.WITHDRAW, form));
  }

  @POST
  @Path("/{id}/approval")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> approve(
      @PathParam("id") @Size(max = 160) String id, byte[] body) {
    return desk.act(
        body,
        form -> changes.approve(id, requests.actor(), today(), form.approval("approve-change")),
        done ->
            seen(
                id,
                done,
                switch (done.state()) {
                  case Publication.Withdrawn w -> "withdrawn";
                  case Publication.Ended e -> "ended";
                  case Publication.Published p ->
                      done.events().stream().anyMatch(ResultEvent.ResultCorrected.class::isInstance)
                          ? "corrected"
                          : "answered";
                  case Publication.Unreceived u -> "";
                  case Publication.NotHeld n -> "";
                  case Publication.Settled s -> "";
                  case Publication.Unrecorded u -> "";
                  case Publication.Received r -> "";
                }),
        form -> notice.of(id, NoticePage.Act.APPROVE, form));
  }

  @POST
  @Path("/{id}/decline")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> decline(
      @PathParam("id") @Size(max = 160) String id, byte[] body) {
    return desk.act(
        body,
        form -> {
          ChangeRefusal refusal = form.as(ChangeRefusal.class);
          return changes.decline(
              id, refusal.reason(), requests.actor(), today(), form.context(refusal));
        },
        done -> seen(id, done, "declined"),
        form -> notice.of(id, NoticePage.Act.DECLINE, form));
  }

  @POST
  @Path("/{id}/change-withdrawal")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.PUBLISHER, Roles.COORDINATOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> takeBack(
      @PathParam("id") @Size(max = 160) String id, byte[] body) {
    return desk.act(
        body,
        form -> {
          ChangeEnd end = form.as(ChangeEnd.class);
          return changes.takeBack(id, end.reason(), requests.actor(), today(), form.context(end));
        },
        done -> seen(id, done, "takenback"),
        form -> notice.of(id, NoticePage.Act.TAKEBACK, form));
  }

  private static PageAddress seen(
      String id, Handled.Done<ResultEvent, Publication> done, String what) {
    return Desk.seen(PublicationPlaces.notice(id), PublicationStreams.RESULT.of(id), done.version())
        .with("done", what);
  }

  private ResultChanges.Asker asker() {
    return new ResultChanges.Asker(requests.actor(), requests.unit(), today());
  }

  private LocalDate today() {
    return BusinessClock.day(requests.now());
  }
}
