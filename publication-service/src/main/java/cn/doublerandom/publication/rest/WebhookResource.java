package cn.doublerandom.publication.rest;

import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.publication.application.ListedWebhook;
import cn.doublerandom.publication.application.WebhookShelf;
import cn.doublerandom.publication.application.WebhookWork;
import cn.doublerandom.publication.webhook.Webhook;
import cn.doublerandom.publication.webhook.WebhookAddress;
import cn.doublerandom.publication.webhook.WebhookEvent;
import cn.doublerandom.publication.webhook.WebhookNews;
import cn.doublerandom.publication.webhook.WebhookTerms;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Approves;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.openapi.Creates;
import cn.doublerandom.servicekit.openapi.Refuses;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.Requests;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 推送订阅: authorities without Kafka are told what is public, by Standard Webhooks (ADR 80). */
@Path("/api/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "webhooks", description = "推送订阅")
public class WebhookResource {
  private static final int MOST_MESSAGES = 100;

  @Inject WebhookWork work;
  @Inject Requests requests;

  /** Who is to be told of what. */
  public record WebhookRequest(
      @NotBlank @Size(max = 100) @Schema(examples = "清河县财政局") String authority,
      @NotBlank
          @Size(max = WebhookAddress.LONGEST)
          @Schema(examples = "https://hooks.example.org/double-random")
          String address,
      @NotNull @Size(min = 1, max = 5) List<@NotNull WebhookNews> news) {
    /** As the rules take it. */
    public WebhookTerms terms() {
      return new WebhookTerms(authority.strip(), address.strip(), news);
    }
  }

  /** Why it is declined, paused or ended. */
  public record WebhookReason(
      @NotBlank @Size(max = 500) @Schema(examples = "接收方系统升级") String reason) {}

  /**
   * @param hours for which the secret of now signs beside the new one
   */
  public record SecretRotation(@NotNull @Min(0) @Max(168) @Schema(examples = "24") Integer hours) {}

  /** Dead letters of which day and after, in Shanghai. */
  public record DeadSince(@NotNull LocalDate since) {}

  /** All of a bureau, fifty at most. */
  public record ListedWebhooks(List<ListedWebhook> items) {}

  /** The last messages of one. */
  public record ListedMessages(List<WebhookShelf.Line> items) {}

  /** The secret, told this once and never again. */
  public record ToldSecret(
      String id, @Schema(examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw") String secret) {}

  @GET
  @RolesAllowed({Roles.PUBLISHER, Roles.COORDINATOR, Roles.SUPERVISOR, Roles.AUDITOR})
  @Operation(summary = "The subscriptions of the own bureau")
  public Uni<ListedWebhooks> list() {
    return work.all()
        .map(all ->
            new ListedWebhooks(
                all.stream().map(one -> ListedWebhook.of(one.id(), one.webhook())).toList()));
  }

  @GET
  @Path("/{id}")
  @Versioned
  @RolesAllowed({Roles.PUBLISHER, Roles.COORDINATOR, Roles.SUPERVISOR, Roles.AUDITOR})
  @Operation(summary = "One subscription")
  public Uni<RestResponse<ListedWebhook>> one(@PathParam("id") @Size(max = 16) String id) {
    return work.of(id)
        .map(found ->
            Answers.versioned(ListedWebhook.of(found.id(), found.webhook()), found.version()));
  }

  @POST
  @Creates
  @Versioned
  @Conditional
  @RolesAllowed({Roles.PUBLISHER, Roles.COORDINATOR})
  @Operation(
      summary = "Ask that another authority be told; another person agrees",
      description =
          "The address is https by port 443 or 8443, and every address of its host is of the public network:"
              + " else `webhook-address-unfit` or `webhook-address-private`.")
  public Uni<RestResponse<ListedWebhook>> ask(@NotNull @Valid WebhookRequest body) {
    WebhookTerms terms = body.terms();
    return work.ask(terms, requests.context(body))
        .map(handled ->
            Answers.created(
                handled, webhook -> ListedWebhook.of(WebhookWork.id(terms.address()), webhook)));
  }

  @POST
  @Path("/{id}/approval")
  @Versioned
  @Approves(read = "/api/v1/webhooks/{id}")
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(summary = "Agree to what another person asked for; the secret is told this once")
  public Uni<RestResponse<ToldSecret>> agree(@PathParam("id") @Size(max = 16) String id) {
    return work.agree(id, requests.context("agree-webhook")).map(WebhookResource::told);
  }

  @POST
  @Path("/{id}/decline")
  @Versioned
  @Conditional
  @RolesAllowed({Roles.PUBLISHER, Roles.COORDINATOR})
  @Operation(summary = "Do not agree to it, or take it back")
  public Uni<RestResponse<ListedWebhook>> decline(
      @PathParam("id") @Size(max = 16) String id, @NotNull @Valid WebhookReason body) {
    return work.decline(id, body.reason(), requests.context(body)).map(done -> answer(id, done));
  }

  @POST
  @Path("/{id}/pause")
  @Versioned
  @Conditional
  @RolesAllowed({Roles.PUBLISHER, Roles.COORDINATOR})
  @Operation(summary = "Send nothing for a while; what happens meanwhile is kept for it")
  public Uni<RestResponse<ListedWebhook>> pause(
      @PathParam("id") @Size(max = 16) String id, @NotNull @Valid WebhookReason body) {
    return work.pause(id, body.reason(), requests.context(body)).map(done -> answer(id, done));
  }

  @POST
  @Path("/{id}/resumption")
  @Versioned
  @Conditional
  @RolesAllowed({Roles.PUBLISHER, Roles.COORDINATOR})
  @Operation(summary = "Send again, first what was kept")
  public Uni<RestResponse<ListedWebhook>> resume(@PathParam("id") @Size(max = 16) String id) {
    return work.resume(id, requests.context("resume-webhook")).map(done -> answer(id, done));
  }

  @POST
  @Path("/{id}/end")
  @Versioned
  @Conditional
  @RolesAllowed({Roles.PUBLISHER, Roles.COORDINATOR})
  @Operation(summary = "Send nothing any more")
  public Uni<RestResponse<ListedWebhook>> end(
      @PathParam("id") @Size(max = 16) String id, @NotNull @Valid WebhookReason body) {
    return work.end(id, body.reason(), requests.context(body)).map(done -> answer(id, done));
  }

  @POST
  @Path("/{id}/secret")
  @Versioned
  @Conditional
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(
      summary = "Another secret, told this once; the one before signs beside it for some hours")
  public Uni<RestResponse<ToldSecret>> rotate(
      @PathParam("id") @Size(max = 16) String id, @NotNull @Valid SecretRotation body) {
    return work.rotate(id, body.hours(), requests.context(body)).map(WebhookResource::told);
  }

  @GET
  @Path("/{id}/messages")
  @RolesAllowed({Roles.PUBLISHER, Roles.COORDINATOR, Roles.SUPERVISOR, Roles.AUDITOR})
  @Operation(summary = "The last hundred messages of a subscription, the newest first")
  public Uni<ListedMessages> messages(
      @PathParam("id") @Size(max = 16) String id,
      @QueryParam("state") @Parameter(description = "absent for any")
          WebhookShelf.@Nullable State state) {
    return work.messages(id, Optional.ofNullable(state), MOST_MESSAGES).map(ListedMessages::new);
  }

  @POST
  @Path("/{id}/messages/{message}/redelivery")
  @Versioned
  @Conditional
  @Refuses(404)
  @RolesAllowed({Roles.PUBLISHER, Roles.COORDINATOR})
  @Operation(summary = "Send a dead letter again, under the id it had")
  public Uni<RestResponse<ListedWebhook>> again(
      @PathParam("id") @Size(max = 16) String id,
      @PathParam("message") @Size(max = 40) String message) {
    return work.sendAgain(id, message, null, requests.context("again-" + message))
        .map(done -> answer(id, done));
  }

  @POST
  @Path("/{id}/redelivery")
  @Versioned
  @Conditional
  @RolesAllowed({Roles.PUBLISHER, Roles.COORDINATOR})
  @Operation(summary = "Send all dead letters since a day again")
  public Uni<RestResponse<ListedWebhook>> allAgain(
      @PathParam("id") @Size(max = 16) String id, @NotNull @Valid DeadSince body) {
    return work.sendAgain(id, null, body.since(), requests.context(body))
        .map(done -> answer(id, done));
  }

  private static RestResponse<ToldSecret> told(WebhookWork.Issued issued) {
    return Answers.versioned(new ToldSecret(issued.id(), issued.secret().text()), issued.version());
  }

  private static RestResponse<ListedWebhook> answer(
      String id, Handled<WebhookEvent, Webhook> handled) {
    return Answers.ok(handled, webhook -> ListedWebhook.of(id, webhook));
  }
}
