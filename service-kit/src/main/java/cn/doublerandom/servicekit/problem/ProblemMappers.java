package cn.doublerandom.servicekit.problem;

import cn.doublerandom.eventstore.Exhaustion;
import cn.doublerandom.eventstore.decider.Rejection;
import cn.doublerandom.eventstore.projection.ViewSnapshot;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Every failure that reaches the edge becomes one problem document. */
@Singleton
public class ProblemMappers {
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  @Inject Addresses addresses;
  @Inject CurrentVertxRequest current;

  @ServerExceptionMapper(priority = 1)
  RestResponse<Problem> refused(ProblemException refusal, HttpHeaders headers) {
    return answer(refusal.rejection(), refusal.errors(), refusal.context(), null, headers);
  }

  @ServerExceptionMapper(priority = 1)
  RestResponse<Problem> unauthenticated(UnauthorizedException e, HttpHeaders headers) {
    return answer(EdgeRejection.UNAUTHENTICATED, headers);
  }

  @ServerExceptionMapper(priority = 1)
  RestResponse<Problem> badToken(AuthenticationFailedException e, HttpHeaders headers) {
    return answer(EdgeRejection.UNAUTHENTICATED, headers);
  }

  @ServerExceptionMapper(priority = 1)
  RestResponse<Problem> forbidden(ForbiddenException e, HttpHeaders headers) {
    return answer(Forbidding.of(current.getCurrent()), headers);
  }

  @ServerExceptionMapper(priority = 1)
  RestResponse<Problem> invalid(
      ConstraintViolationException e, HttpHeaders headers, ResourceInfo resource) {
    List<Problem.FieldError> errors =
        e.getConstraintViolations().stream()
            .map(v -> Violations.error(v, resource.getResourceMethod()))
            .sorted(java.util.Comparator.comparing(Problem.FieldError::field))
            .toList();
    return answer(EdgeRejection.FIELD_INVALID, errors, Map.of(), null, headers);
  }

  @ServerExceptionMapper(priority = 1)
  RestResponse<Problem> notJson(JsonProcessingException e, HttpHeaders headers) {
    return answer(JsonFaults.rejection(e), List.of(JsonFaults.fault(e)), Map.of(), null, headers);
  }

  /** As above; the framework has a mapper of its own for these that would come first. */
  @ServerExceptionMapper(priority = 1)
  RestResponse<Problem> notAsAsked(MismatchedInputException e, HttpHeaders headers) {
    return notJson(e, headers);
  }

  @ServerExceptionMapper(priority = 1)
  RestResponse<Problem> web(
      WebApplicationException e, HttpHeaders headers, UriInfo uri, Request request) {
    if (e.getCause() instanceof JsonProcessingException json) {
      return notJson(json, headers);
    }
    if (FullDisk.isBehind(e)) {
      return full(e, headers);
    }
    int status = e.getResponse().getStatus();
    return switch (status) {
      case 404 -> answer(EdgeRejection.NOT_FOUND, headers);
      case 405 -> notAllowed(uri, headers);
      case 406 -> notAcceptable(uri, request.getMethod(), headers);
      case 415 ->
          answer(
              EdgeRejection.TYPE_NOT_TAKEN,
              List.of(),
              Map.of("taken", addresses.typesTaken(uri.getPath())),
              null,
              headers);
      default ->
          answer(EdgeRejection.MALFORMED_REQUEST, status, List.of(), Map.of(), null, headers);
    };
  }

  private RestResponse<Problem> notAcceptable(UriInfo uri, String method, HttpHeaders headers) {
    return answer(
        EdgeRejection.NOT_ACCEPTABLE,
        List.of(),
        Map.of("available", addresses.typesGiven(uri.getPath(), method)),
        null,
        headers);
  }

  private RestResponse<Problem> notAllowed(UriInfo uri, HttpHeaders headers) {
    List<String> allowed = addresses.methods(uri.getPath());
    RestResponse<Problem> answer =
        answer(
            EdgeRejection.METHOD_NOT_ALLOWED, List.of(), Map.of("allowed", allowed), null, headers);
    answer.getHeaders().putSingle("Allow", String.join(", ", allowed));
    return answer;
  }

  @ServerExceptionMapper(priority = 1)
  RestResponse<Problem> limit(ViewSnapshot.TooMany e, HttpHeaders headers) {
    return answer(EdgeRejection.LIMIT_REACHED, List.of(), Map.of("most", e.most()), null, headers);
  }

  @ServerExceptionMapper(priority = 1)
  RestResponse<Problem> bug(Exception e, HttpHeaders headers) {
    // A writer of JSON wraps what it meets.
    Exhaustion.haltOn(e);
    if (FullDisk.isBehind(e)) {
      return full(e, headers);
    }
    if (ClientGone.isBehind(e, current.getCurrent())) {
      LOG.infof("a client went away before its request had come: %s", e.getMessage());
      return answer(EdgeRejection.MALFORMED_REQUEST, headers);
    }
    String number = UUID.randomUUID().toString();
    LOG.errorf(e, "internal error %s", number);
    return answer(EdgeRejection.INTERNAL, List.of(), Map.of("number", number), null, headers);
  }

  /** Wherever it was met: a file that is sent lies on a disk before the database hears of it. */
  private RestResponse<Problem> full(Exception e, HttpHeaders headers) {
    LOG.errorf("a disk is full: %s", e.getMessage());
    return answer(EdgeRejection.STORAGE_FULL, headers);
  }

  /** Of direct buffers, for instance: nobody knows what else failed beside this request. */
  @ServerExceptionMapper(priority = 1)
  RestResponse<Problem> exhausted(OutOfMemoryError e, HttpHeaders headers) {
    Exhaustion.haltOn(e);
    return answer(EdgeRejection.INTERNAL, headers);
  }

  static RestResponse<Problem> answer(EdgeRejection rejection, HttpHeaders headers) {
    return answer(rejection, List.of(), Map.of(), null, headers);
  }

  private static RestResponse<Problem> answer(
      Rejection rejection,
      List<Problem.FieldError> errors,
      Map<String, Object> context,
      @Nullable String detail,
      HttpHeaders headers) {
    return answer(rejection, status(rejection), errors, context, detail, headers);
  }

  private static RestResponse<Problem> answer(
      Rejection rejection,
      int status,
      List<Problem.FieldError> errors,
      Map<String, Object> context,
      @Nullable String detail,
      HttpHeaders headers) {
    boolean english = readsEnglish(headers);
    var problem =
        new Problem(
            "urn:doublerandom:problem:" + rejection.code(),
            english ? rejection.english() : rejection.text(),
            status,
            rejection.code(),
            detail,
            english ? EnglishFields.of(errors) : errors,
            context);
    RestResponse.ResponseBuilder<Problem> answer =
        RestResponse.ResponseBuilder.<Problem>create(status, null).entity(problem).type(MEDIA_TYPE);
    if (status == 401) {
      answer.header("WWW-Authenticate", "Bearer");
    }
    retryAfter(rejection, status).ifPresent(seconds -> answer.header("Retry-After", seconds));
    return answer.build();
  }

  /** Seconds after which the same may be asked again, where that may help. */
  public static Optional<String> retryAfter(EdgeRejection rejection) {
    return retryAfter(rejection, rejection.status());
  }

  private static Optional<String> retryAfter(Rejection rejection, int status) {
    if (status == 503
        || rejection == EdgeRejection.REGISTER_LAGS
        || rejection == EdgeRejection.RACE_LOST) {
      return Optional.of("2");
    }
    return status == 429 ? Optional.of("30") : Optional.empty();
  }

  /** The HTTP status of a refusal. */
  public static int status(Rejection rejection) {
    if (rejection instanceof EdgeRejection edge) {
      return edge.status();
    }
    return switch (rejection.kind()) {
      case UNKNOWN -> 404;
      case INVALID -> 422;
      case CONFLICT -> 409;
      case FORBIDDEN -> 403;
    };
  }

  /** Whether who asks reads English; the headers were read before, see {@code HeaderGuard}. */
  public static boolean readsEnglish(HttpHeaders headers) {
    return headers.getAcceptableLanguages().stream()
        .filter(l -> !l.getLanguage().equals("*"))
        .findFirst()
        .map(l -> l.getLanguage().equals(Locale.ENGLISH.getLanguage()))
        .orElse(false);
  }
}
