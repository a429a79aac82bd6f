package cn.doublerandom.publication.view;

/** A subject whose name has this part. */
record NamePart(String subject) {}
