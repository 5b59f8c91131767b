"""Gongkai: from structured evaluation records to a public-disclosure site."""
