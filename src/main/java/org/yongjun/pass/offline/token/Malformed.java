package org.yongjun.pass.offline.token;

/** The bytes are no code of this format. It does not say why, so that nobody can probe with it. */
public record Malformed() implements Parsed {}
