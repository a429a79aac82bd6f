package cn.doublerandom.registry.rest;

import cn.doublerandom.registry.application.SubjectLinks;
import cn.doublerandom.registry.subject.SubjectDetails;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** 建设单位、施工单位 of an entry, and what names it. */
@Path("/api/v1/subjects/{id}/links")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "subjects", description = "检查对象名录库")
public class SubjectLinkResource {
  @Inject SubjectLinks links;
  @Inject Requests requests;

  /**
   * Whom an entry names.
   *
   * @param registered the entry on the register; null where the text names none
   */
  public record Link(String text, @Nullable SubjectDetails registered) {}

  /**
   * The neighbours of an entry.
   *
   * @param owner null where the entry names none
   * @param contractor null where the entry names none
   * @param projects entries that name this one, ascending by id, the first 500
   * @param others whether there are more of them
   */
  public record Links(
      @Nullable Link owner,
      @Nullable Link contractor,
      List<SubjectDetails> projects,
      boolean others) {}

  @GET
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR, Roles.AUDITOR, Roles.SUPERVISOR})
  @Operation(summary = "Owner and contractor of an entry, and the projects that name it")
  public Uni<Links> links(@PathParam("id") @Size(max = 64) String id) {
    return links
        .of(id, BusinessClock.day(requests.now()))
        .map(found ->
            new Links(
                link(found.owner()), link(found.contractor()), found.projects(), found.others()));
  }

  private static @Nullable Link link(SubjectLinks.@Nullable Link found) {
    return found == null ? null : new Link(found.text(), found.registered());
  }
}
