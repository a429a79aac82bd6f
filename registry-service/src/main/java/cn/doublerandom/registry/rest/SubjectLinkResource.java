package cn.doublerandom.registry.rest;

import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.subject.Particulars;
import cn.doublerandom.registry.subject.SubjectDetails;
import cn.doublerandom.registry.subject.SubjectDirectory;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.problem.ProblemException;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** 建设单位、施工单位 of an entry, and what names it. */
@Path("/api/v1/subjects/{id}/links")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "subjects", description = "检查对象名录库")
public class SubjectLinkResource {
  private static final int MOST_LINKS = 500;

  @Inject SubjectDirectory directory;
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
   */
  public record Links(
      @Nullable Link owner, @Nullable Link contractor, List<SubjectDetails> projects) {}

  @GET
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR, Roles.AUDITOR, Roles.SUPERVISOR})
  @Operation(summary = "Owner and contractor of an entry, and the projects that name it")
  public Uni<Links> links(@PathParam("id") @Size(max = 64) String id) {
    return found(id)
        .map(entry ->
            entry.orElseThrow(() -> new ProblemException(RegistryRejection.SUBJECT_UNKNOWN)))
        .flatMap(entry -> links(id, entry.details().shown().more()));
  }

  /** One after the other: they share the session of the request. */
  private Uni<Links> links(String id, Particulars more) {
    return link(more.owner())
        .flatMap(owner ->
            link(more.contractor())
                .flatMap(contractor ->
                    Uni.createFrom()
                        .completionStage(() -> directory.linkedTo(id, "", MOST_LINKS))
                        .map(projects ->
                            new Links(
                                owner.orElse(null),
                                contractor.orElse(null),
                                projects.stream().map(e -> e.asOf(today()).shown()).toList()))));
  }

  private Uni<Optional<SubjectDirectory.Entry>> found(String id) {
    return Uni.createFrom().completionStage(() -> directory.find(id));
  }

  private Uni<Optional<Link>> link(String text) {
    return text.isEmpty()
        ? Uni.createFrom().item(Optional.empty())
        : found(text)
            .map(entry ->
                Optional.of(new Link(text, entry.map(e -> e.asOf(today()).shown()).orElse(null))));
  }

  private LocalDate today() {
    return BusinessClock.day(requests.now());
  }
}
