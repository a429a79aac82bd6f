package cn.doublerandom.publication.signin;

/** What is kept of the doors of the gateways. */
public sealed interface SignInEvent {
  /** A gateway told it, and it is kept as it was told. */
  record SignInNoted(SignIn signIn) implements SignInEvent {}
}
