/** Venues and terminals over HTTP. */
@NullMarked
package org.yongjun.pass.venue.web;

import org.jspecify.annotations.NullMarked;
