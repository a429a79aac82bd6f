package cn.doublerandom.publication.rest;

import cn.doublerandom.publication.signin.SignIn;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** An entry is written as it was told: what it does not have is no member of it. */
@Singleton
class SignInShape implements ObjectMapperCustomizer {
  @Override
  public void customize(ObjectMapper mapper) {
    mapper.addMixIn(SignIn.class, AsTold.class);
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private interface AsTold {}
}
