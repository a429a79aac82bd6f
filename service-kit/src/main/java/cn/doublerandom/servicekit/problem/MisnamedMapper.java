package cn.doublerandom.servicekit.problem;

import cn.doublerandom.eventstore.decider.StreamKind;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** An id that can name nothing is a field that is not as required, wherever it was sent. */
@Singleton
public class MisnamedMapper {
  @ServerExceptionMapper(priority = 1)
  RestResponse<Problem> misnamed(StreamKind.NoId e, HttpHeaders headers) {
    return ProblemMappers.answer(EdgeRejection.FIELD_INVALID, headers);
  }
}
