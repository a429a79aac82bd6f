package cn.doublerandom.draw.drawing.rest;

import cn.doublerandom.draw.drawing.application.SealingKeyRotation;
import cn.doublerandom.draw.sealing.SealingKeyEvent.SealingKeyRotated;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Approves;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.openapi.Creates;
import cn.doublerandom.servicekit.openapi.Refuses;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.Requests;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The public halves of the sealing keys, and their rotation. */
@Path("/api/v1/sealing-keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "sealing-keys", description = "密封抽取的密钥")
public class SealingKeyResource {
  @Inject SealingKeyRotation rotation;
  @Inject Requests requests;

  @POST
  @Creates
  @Versioned
  @Conditional
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(summary = "Make a new key; it is used once another person approves it")
  public Uni<RestResponse<Waiting>> request() {
    return rotation
        .ask(requests.context("request"))
        .map(asked -> Answers.created(asked.handled(), known -> new Waiting(asked.publicKey())));
  }

  /** A key that waits for a second person. */
  public record Waiting(String publicKey) {}

  @POST
  @Creates
  @Versioned
  @Approves(read = "/api/v1/sealing-keys/waiting")
  @Path("/approval")
  @RolesAllowed(Roles.APPROVER)
  @Operation(summary = "Another person agrees; draws committed from now on are sealed with the key")
  public Uni<RestResponse<List<SealingKeyRotated>>> approve() {
    return rotation
        .approve(requests.context("approve"))
        .map(handled -> Answers.created(handled, known -> known.rotated()));
  }

  /**
   * @param reason why the key is not put to use, in words
   */
  public record SealingKeyEnd(
      @NotBlank @Size(max = 500) @Schema(examples = "密钥在错误的机器上生成") String reason) {}

  @POST
  @Versioned
  @Conditional
  @Path("/decline")
  @RolesAllowed(Roles.APPROVER)
  @Operation(summary = "Another person does not agree, with a reason; the key in use stays")
  public Uni<RestResponse<List<SealingKeyRotated>>> decline(@NotNull @Valid SealingKeyEnd end) {
    return rotation
        .end(end.reason(), false, requests.context(end))
        .map(handled -> Answers.ok(handled, known -> known.rotated()));
  }

  @POST
  @Versioned
  @Conditional
  @Path("/withdrawal")
  @RolesAllowed(Roles.SUPERVISOR)
  @Operation(summary = "Whoever asked takes it back, with a reason; the key in use stays")
  public Uni<RestResponse<List<SealingKeyRotated>>> withdraw(@NotNull @Valid SealingKeyEnd end) {
    return rotation
        .end(end.reason(), true, requests.context(end))
        .map(handled -> Answers.ok(handled, known -> known.rotated()));
  }

  /**
   * A key that waits for a second person.
   *
   * @param requestedBy whose account made it
   */
  public record WaitingKey(String publicKey, String requestedBy, LocalDate on) {}

  @GET
  @Versioned
  @Refuses(409)
  @Path("/waiting")
  @RolesAllowed({Roles.APPROVER, Roles.SUPERVISOR, Roles.AUDITOR})
  @Operation(summary = "The key that waits for a second person, who names its ETag")
  public Uni<RestResponse<WaitingKey>> waiting() {
    return rotation
        .waiting()
        .map(loaded ->
            Answers.versioned(
                new WaitingKey(
                    loaded.state().publicKey(), loaded.state().by(), loaded.state().on()),
                loaded.version()));
  }

  @GET
  @PermitAll
  @Operation(summary = "Every key there ever was, the last one in use")
  public Uni<List<SealingKeyRotated>> all() {
    return rotation.all();
  }
}
