--liquibase formatted sql
--changeset shop:1
CREATE TABLE customer (id bigint PRIMARY KEY, name text NOT NULL);
CREATE SEQUENCE customer_seq INCREMENT 50;
INSERT INTO customer VALUES (1, 'by Liquibase');
