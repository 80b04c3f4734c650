package org.yongjun.pass.offline.token;

/** What parsing bytes from outside gives: a well-formed code, or the refusal to read it. */
public sealed interface Parsed permits UnverifiedCode, Malformed {}
