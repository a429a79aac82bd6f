package cn.doublerandom.draw.drawing.rest;

import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.job.Job;
import cn.doublerandom.servicekit.job.Jobs;
import cn.doublerandom.servicekit.openapi.Refuses;
import cn.doublerandom.servicekit.rest.JobAnswers;
import cn.doublerandom.servicekit.rest.Requests;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** 作业: what takes longer than an answer may, as who asked for it sees it. */
@Path(JobAnswers.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.COORDINATOR, Roles.APPROVER, Roles.SUPERVISOR, Roles.AUDITOR})
@Tag(name = "jobs", description = "作业")
public class JobResource {
  @Inject Jobs jobs;
  @Inject Requests requests;

  @GET
  @Operation(summary = "Your own jobs: those under way, and for ten minutes those that are over")
  public Uni<List<Job.Seen>> list() {
    return jobs.of(requests.actor());
  }

  @GET
  @Path("/{job}")
  @Operation(summary = "One of your jobs: what it is doing and how far it is")
  public Uni<Job.Seen> one(@PathParam("job") @Size(max = 64) String job) {
    return jobs.find(requests.actor(), job);
  }

  @DELETE
  @Path("/{job}")
  @Operation(
      summary = "Cancel one of your jobs",
      description =
          "It ends where it says next how far it is and stores nothing. What was decided by then stays"
              + " decided: the job says which.")
  public Uni<Job.Seen> cancel(@PathParam("job") @Size(max = 64) String job) {
    return jobs.cancel(requests.actor(), job);
  }

  @GET
  @Refuses(409)
  @Path("/{job}/result")
  @Operation(
      summary = "What the request would have been answered",
      description =
          "With its status, `ETag` and body, or its refusal; 409 `job-running` as long as it runs, 409"
              + " `job-cancelled` where it was cancelled.")
  public Uni<RestResponse<Object>> result(@PathParam("job") @Size(max = 64) String job) {
    return jobs.result(requests.actor(), job).map(JobResource::answer);
  }

  /** Only answers of this service are kept. */
  @SuppressWarnings("unchecked")
  private static RestResponse<Object> answer(Object kept) {
    return (RestResponse<Object>) kept;
  }
}
