package cn.doublerandom.publication.ui;

import cn.doublerandom.publication.application.ObjectionAnswers;
import cn.doublerandom.publication.application.ObjectionWork;
import cn.doublerandom.publication.rest.ObjectionAnswerResource.ObjectionCorrection;
import cn.doublerandom.publication.rest.ObjectionAnswerResource.ObjectionRejection;
import cn.doublerandom.publication.rest.ObjectionAnswerResource.ObjectionWithdrawal;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.MediaTypes;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Forms;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** 异议的答复 at the desk, as {@code ObjectionAnswerResource} does it. */
@Path("/ui/notices")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class ObjectionDeskPages {
  @Inject Desk desk;
  @Inject ObjectionWork work;
  @Inject ObjectionAnswers answers;
  @Inject NoticePage notice;
  @Inject Requests requests;

  @POST
  @Path("/{id}/objection-code")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.PUBLISHER)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> issue(@PathParam("id") @Size(max = 160) String id, byte[] body) {
    return desk.tells(
        body,
        form ->
            work.issue(
                    id, requests.actor(), requests.unit(), today(), form.context("objection-code"))
                .flatMap(issued -> notice.of(id).map(page -> page.data("issued", issued.code()))),
        form -> notice.of(id, NoticePage.Act.CODE, form));
  }

  @POST
  @Path("/{id}/objection/rejection")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> reject(
      @PathParam("id") @Size(max = 160) String id, byte[] body) {
    return notice.act(
        id,
        body,
        form -> {
          ObjectionRejection given = form.as(ObjectionRejection.class);
          return answers.reject(id, given.reason(), requests.actor(), today(), form.context(given));
        },
        "asked",
        NoticePage.Act.REJECT);
  }

  @POST
  @Path("/{id}/objection/correction")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> correct(
      @PathParam("id") @Size(max = 160) String id, byte[] body) {
    return notice.act(
        id,
        body,
        form -> {
          ObjectionCorrection given = form.as(TypedCorrection.class).answer();
          return answers.correct(
              id,
              given.itemCode(),
              given.codes(),
              given.reason(),
              requests.actor(),
              today(),
              form.context(given));
        },
        "asked",
        NoticePage.Act.UPHOLD);
  }

  @POST
  @Path("/{id}/objection/withdrawal")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> withdraw(
      @PathParam("id") @Size(max = 160) String id, byte[] body) {
    return notice.act(
        id,
        body,
        form -> {
          ObjectionWithdrawal given = form.as(ObjectionWithdrawal.class);
          return answers.withdraw(
              id, given.reason(), requests.actor(), today(), form.context(given));
        },
        "asked",
        NoticePage.Act.REVOKE);
  }

  @GET
  @Path("/{id}/objections/{number}/{sha256}")
  @Produces(MediaTypes.BYTES)
  @RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR})
  @Operation(hidden = true)
  public Uni<RestResponse<byte[]>> file(
      @PathParam("id") @Size(max = 160) String id,
      @PathParam("number") int number,
      @PathParam("sha256") @Size(max = 64) String sha256) {
    return work.file(
        id,
        number,
        sha256,
        (mediaType, content) ->
            RestResponse.ResponseBuilder.ok(content, mediaType)
                .header("Content-Disposition", "attachment; filename=\"" + sha256 + "\"")
                .build());
  }

  private LocalDate today() {
    return BusinessClock.day(requests.now());
  }
}
