/**
 * Offices, service stations and associations: the tree of bodies that do the work, their staff, how
 * many there should be, and the tasks that troops and locality owe each other.
 */
@NullMarked
package org.yongjun.pass.organisation;

import org.jspecify.annotations.NullMarked;
