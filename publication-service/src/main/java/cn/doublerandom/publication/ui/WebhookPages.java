package cn.doublerandom.publication.ui;

import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.publication.application.ListedWebhook;
import cn.doublerandom.publication.application.WebhookShelf;
import cn.doublerandom.publication.application.WebhookStory;
import cn.doublerandom.publication.application.WebhookWork;
import cn.doublerandom.publication.rest.WebhookResource.DeadSince;
import cn.doublerandom.publication.rest.WebhookResource.SecretRotation;
import cn.doublerandom.publication.rest.WebhookResource.WebhookReason;
import cn.doublerandom.publication.webhook.Webhook;
import cn.doublerandom.publication.webhook.WebhookEvent;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Form;
import cn.doublerandom.servicekit.ui.Forms;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 推送订阅 at the desk, as {@code WebhookResource} does it. */
@Path("/ui/webhooks")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class WebhookPages {
  private static final int MOST_MESSAGES = 50;

  /** The forms of the page of a subscription. */
  private enum Act {
    AGREE,
    DECLINE,
    PAUSE,
    RESUME,
    END,
    SECRET,
    AGAIN
  }

  @Inject
  @Location("publication/webhook.html")
  Template onePage;

  @Inject Desk desk;
  @Inject WebhookWork work;
  @Inject WebhookStory story;
  @Inject Requests requests;
  @Inject SecurityIdentity identity;

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.PUBLISHER, Roles.COORDINATOR, Roles.SUPERVISOR, Roles.AUDITOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> one(@PathParam("id") @Size(max = 16) String id) {
    return desk.show(page(id, Act.AGREE, desk.forms().blank(), null));
  }

  @POST
  @Path("/{id}/approval")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> agree(@PathParam("id") @Size(max = 16) String id, byte[] body) {
    return tells(id, body, Act.AGREE, form -> work.agree(id, form.approval("agree-webhook")));
  }

  @POST
  @Path("/{id}/secret")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> rotate(@PathParam("id") @Size(max = 16) String id, byte[] body) {
    return tells(
        id,
        body,
        Act.SECRET,
        form -> {
          SecretRotation asked = form.as(SecretRotation.class);
          return work.rotate(id, asked.hours(), form.context(asked));
        });
  }

  /** A secret stands on the page that answers, and nowhere else. */
  private Uni<RestResponse<String>> tells(
      String id, byte[] body, Act act, Function<Form, Uni<WebhookWork.Issued>> work) {
    return desk.tells(
        body,
        form ->
            work.apply(form)
                .flatMap(issued -> page(id, act, desk.forms().blank(), issued.secret().text())),
        form -> page(id, act, form, null));
  }

  @POST
  @Path("/{id}/decline")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.PUBLISHER, Roles.COORDINATOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> decline(
      @PathParam("id") @Size(max = 16) String id, byte[] body) {
    return desk.act(
        body,
        form -> {
          WebhookReason given = form.as(WebhookReason.class);
          return work.decline(id, given.reason(), form.context(given));
        },
        done -> seen(id, done),
        form -> page(id, Act.DECLINE, form, null));
  }

  @POST
  @Path("/{id}/pause")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.PUBLISHER, Roles.COORDINATOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> pause(@PathParam("id") @Size(max = 16) String id, byte[] body) {
    return act(
        id,
        body,
        Act.PAUSE,
        form -> {
          WebhookReason given = form.as(WebhookReason.class);
          return work.pause(id, given.reason(), form.context(given));
        });
  }

  @POST
  @Path("/{id}/resumption")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.PUBLISHER, Roles.COORDINATOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> resume(@PathParam("id") @Size(max = 16) String id, byte[] body) {
    return act(id, body, Act.RESUME, form -> work.resume(id, form.context("resume-webhook")));
  }

  @POST
  @Path("/{id}/end")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.PUBLISHER, Roles.COORDINATOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> end(@PathParam("id") @Size(max = 16) String id, byte[] body) {
    return act(
        id,
        body,
        Act.END,
        form -> {
          WebhookReason given = form.as(WebhookReason.class);
          return work.end(id, given.reason(), form.context(given));
        });
  }

  @POST
  @Path("/{id}/redelivery")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.PUBLISHER, Roles.COORDINATOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> allAgain(
      @PathParam("id") @Size(max = 16) String id, byte[] body) {
    return act(
        id,
        body,
        Act.AGAIN,
        form -> {
          DeadSince asked = form.as(DeadSince.class);
          return work.sendAgain(id, null, asked.since(), form.context(asked));
        });
  }

  @POST
  @Path("/{id}/messages/{message}/redelivery")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.PUBLISHER, Roles.COORDINATOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> again(
      @PathParam("id") @Size(max = 16) String id,
      @PathParam("message") @Size(max = 40) String message,
      byte[] body) {
    return act(
        id,
        body,
        Act.AGAIN,
        form -> work.sendAgain(id, message, null, form.context("again-" + message)));
  }

  private Uni<RestResponse<String>> act(
      String id,
      byte[] body,
      Act act,
      Function<Form, Uni<Handled<WebhookEvent, Webhook>>> command) {
    return desk.act(body, command, done -> seen(id, done), form -> page(id, act, form, null));
  }

  private static PageAddress seen(String id, Handled.Done<?, ?> done) {
    return Desk.seen(PublicationPlaces.webhook(id), WebhookWork.stream(id), done.version());
  }

  private Uni<TemplateInstance> page(String id, Act act, FilledForm form, @Nullable String secret) {
    return work.of(id)
        .flatMap(found ->
            work.messages(id, Optional.empty(), MOST_MESSAGES)
                .flatMap(messages ->
                    story
                        .of(id)
                        .map(happened ->
                            page(found, messages, act, form)
                                .data("issued", secret)
                                .data(
                                    "entries",
                                    WebhookTimeline.of(
                                        happened, desk.words(WebhookWords.class))))));
  }

  private TemplateInstance page(
      WebhookWork.Found found, List<WebhookShelf.Line> messages, Act act, FilledForm form) {
    Webhook webhook = found.webhook();
    boolean coordinates = identity.hasRole(Roles.COORDINATOR);
    boolean own =
        webhook instanceof Webhook.Asked asked && SecondPerson.isSame(asked.by(), requests.actor());
    TemplateInstance page =
        onePage
            .data("one", ListedWebhook.of(found.id(), webhook))
            .data("messages", messages)
            .data("mayAgree", webhook instanceof Webhook.Asked && coordinates && !own)
            .data("mayDecline", webhook instanceof Webhook.Asked && mayWork())
            .data("mayPause", webhook instanceof Webhook.Active && mayWork())
            .data("mayResume", webhook instanceof Webhook.Paused && mayWork())
            .data("mayEnd", webhook.signs().isPresent() && mayWork())
            .data("mayRotate", webhook.signs().isPresent() && coordinates)
            .data("own", own);
    for (Act one : Act.values()) {
      FilledForm its = one == act ? form : desk.forms().blank();
      page.data(
          one.name().toLowerCase(Locale.ROOT), its.over(Long.toString(found.version()), Map.of()));
    }
    return page;
  }

  private boolean mayWork() {
    return identity.hasRole(Roles.COORDINATOR) || identity.hasRole(Roles.PUBLISHER);
  }
}
