package cn.doublerandom.publication.signin;

/** What the listener asks. */
public sealed interface SignInCommand {
  record NoteSignIn(SignIn signIn) implements SignInCommand {}
}
