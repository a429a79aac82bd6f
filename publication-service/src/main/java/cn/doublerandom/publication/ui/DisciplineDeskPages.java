package cn.doublerandom.publication.ui;

import cn.doublerandom.publication.application.DisciplineWork;
import cn.doublerandom.publication.rest.DisciplineResource.DisciplineProposal;
import cn.doublerandom.publication.rest.DisciplineResource.DisciplineProposalEnd;
import cn.doublerandom.publication.rest.DisciplineResource.DisciplineRefusal;
import cn.doublerandom.publication.rest.DisciplineResource.LinkRequest;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.text.PublicText;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Forms;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** 联合惩戒 at the desk, as {@code DisciplineResource} does it. */
@Path("/ui/notices/{id}/discipline")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class DisciplineDeskPages {
  @Inject Desk desk;
  @Inject DisciplineWork work;
  @Inject NoticePage notice;
  @Inject Requests requests;

  /**
   * What is typed, the receivers one a line.
   *
   * @param authorities as the address for programs has each of them
   */
  record TypedProposal(
      @PublicText @NotBlank @Size(max = 200) String measure,
      @PublicText @NotBlank @Size(max = 500) String basis,
      @NotNull LocalDate from,
      @NotNull LocalDate to,
      @PublicText @NotBlank @Size(max = 1000) String authorities) {
    DisciplineProposal request() {
      return new DisciplineProposal(measure, basis, from, to, List.of(authorities));
    }
  }

  /**
   * Whom the page lets choose from.
   *
   * @param authority number of the discipline, a blank, and the name
   */
  record ChosenReceiver(@NotBlank @Size(max = 110) String authority) {
    /** What no page offers names nobody. */
    LinkRequest request() {
      return authority.matches("[1-9] .+")
          ? new LinkRequest(authority.charAt(0) - '0', authority.substring(2))
          : new LinkRequest(1, authority);
    }
  }

  @POST
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.PUBLISHER)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> propose(
      @PathParam("id") @Size(max = 160) String id, byte[] body) {
    return notice.act(
        id,
        body,
        form -> {
          DisciplineProposal asked = form.as(TypedProposal.class).request();
          return work.propose(
              id, asked.terms(), requests.actor(), requests.unit(), today(), form.context(asked));
        },
        "proposed",
        NoticePage.Act.PROPOSE);
  }

  @POST
  @Path("/approval")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> approve(
      @PathParam("id") @Size(max = 160) String id, byte[] body) {
    return notice.act(
        id,
        body,
        form -> work.approve(id, requests.actor(), today(), form.approval("approve-discipline")),
        "endorsed",
        NoticePage.Act.ENDORSE);
  }

  @POST
  @Path("/decline")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> decline(
      @PathParam("id") @Size(max = 160) String id, byte[] body) {
    return notice.act(
        id,
        body,
        form -> {
          DisciplineRefusal given = form.as(DisciplineRefusal.class);
          return work.decline(id, given.reason(), requests.actor(), today(), form.context(given));
        },
        "opposed",
        NoticePage.Act.OPPOSE);
  }

  @POST
  @Path("/withdrawal")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.PUBLISHER)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> takeBack(
      @PathParam("id") @Size(max = 160) String id, byte[] body) {
    return notice.act(
        id,
        body,
        form -> {
          DisciplineProposalEnd end = form.as(DisciplineProposalEnd.class);
          return work.takeBack(id, end.reason(), requests.actor(), today(), form.context(end));
        },
        "retracted",
        NoticePage.Act.RETRACT);
  }

  @POST
  @Path("/link")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.PUBLISHER)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> link(@PathParam("id") @Size(max = 160) String id, byte[] body) {
    return desk.tells(
        body,
        form -> {
          LinkRequest asked = form.as(ChosenReceiver.class).request();
          return work.link(
                  id,
                  asked.number(),
                  asked.authority(),
                  requests.actor(),
                  requests.unit(),
                  today(),
                  form.context(asked))
              .flatMap(link ->
                  notice
                      .of(id)
                      .map(page ->
                          page.data(
                              DisciplinePart.LINK,
                              DisciplinePart.link(id, link.number(), link.secret()))));
        },
        form -> notice.of(id, NoticePage.Act.JOIN, form));
  }

  private LocalDate today() {
    return BusinessClock.day(requests.now());
  }
}
